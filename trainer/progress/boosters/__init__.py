"""What is asked again weeks later: cards, their schedule, what is drawn for them."""
