// Boxed numbers are read by one class, in Runtime; the interpreter works on nothing else.
global using Numbers = ScalingAnalyzers.Numerics.Numbers;
