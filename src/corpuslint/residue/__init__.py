"""What web sites, converters and readers leave in a text: how each kind is known."""
