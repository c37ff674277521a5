"""How sure somebody feels: five questions, when they are offered, and what was answered."""
