"""Bars above and below a page, and what stands in them."""
