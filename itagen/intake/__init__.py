"""Tables that offices made by hand, taken into a project: read, understood, planned, written."""
