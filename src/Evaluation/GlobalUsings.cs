// Boxed numbers are read by one class, in Runtime; the interpreter works on nothing else.
global using Numbers = ScalingAnalyzers.Numerics.Numbers;

// Why a value is unknown has one type from the interpreter to SCALE901.
global using UnknownKind = ScalingAnalyzers.Configuration.UnknownKind;
global using UnknownReason = ScalingAnalyzers.Configuration.UnknownReason;
