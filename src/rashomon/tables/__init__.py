"""Word tables, as TOML."""
