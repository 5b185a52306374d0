"""Pages: from the knowledge base to frozen page models and questions, and from these to HTML."""
