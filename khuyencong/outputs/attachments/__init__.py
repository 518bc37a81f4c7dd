"""Files to download: looked at, told apart, and published without what they say of the people who made them."""
