"""The window: what a person sees and drives. No SQL and no jieba anywhere below here."""
