"""The editor: forms out of the edition, saved into the files that staff could write themselves."""
