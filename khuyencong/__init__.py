"""The khuyến công portal: how content files become a public site."""
