"""What an organisation is told, if the learner has switched that on."""
