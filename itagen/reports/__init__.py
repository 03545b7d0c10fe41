"""Tables that offices make by hand, made out of the site: data alone, no HTML."""
