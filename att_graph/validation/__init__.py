"""What stands behind `validate`: the engines, the rules, and where a fault stands."""
