echo made up
