"""The first page of workshops: plans that can be led, and workshops that were held."""
