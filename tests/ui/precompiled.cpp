// Compiles tests/ui/precompiled.h once, for all tests of the window.
