"""Makes what ships with the package and is not committed: scripts of the desk, the base map.

Used when the package is built, where nothing is there but the standard library and Node.js.
"""
