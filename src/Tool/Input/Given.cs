using System.Collections.Generic;
using System.CommandLine;

namespace ScalingAnalyzers.Tool.Input;

/// <summary>What stands on the command line.</summary>
internal sealed class Given(ParseResult parsed, Argument<string[]>? words)
{
    /// <summary>Words without an option.</summary>
    public IReadOnlyList<string> Words => words is null ? [] : parsed.GetValue(words) ?? [];

    /// <summary>The text after an option; null where it is not given.</summary>
    public string? Text(Option<string> option) => parsed.GetValue(option);

    /// <summary>Whether a switch is given.</summary>
    public bool Has(Option<bool> option) => parsed.GetValue(option);
}
