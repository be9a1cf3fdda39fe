using System;

namespace ScalingAnalyzers.Tool;

/// <summary>The command cannot run with what it was given; the message names argument, value and what is
/// accepted.</summary>
internal sealed class CommandException(string message) : Exception(message);
