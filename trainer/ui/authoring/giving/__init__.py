"""Files given to others, and taken in from them: what is asked, and what is said."""
