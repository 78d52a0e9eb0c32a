"""The pages of the desk: what each shows, and at which address."""
