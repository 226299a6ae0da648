"""What a ruleset says that cannot all be meant: findings for a person, from its targets alone."""
