"""What templates say with our own words."""
