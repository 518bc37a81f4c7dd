"""What feeds must be, by the specifications of their formats."""
