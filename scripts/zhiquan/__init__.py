"""知权 · Know Your Rights: the generator of a bilingual consumer-rights knowledge base."""
