using System;
using System.IO;
using Spectre.Console;

namespace ScalingAnalyzers.Tool;

/// <summary>Where the command writes: text of 80 columns, and escapes only on a terminal that wants them.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error)
{
    private const int Columns = 80;

    /// <summary>Results.</summary>
    public TextWriter Out { get; } = output;

    /// <summary>Errors and progress.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>Whether a person watches standard error, so that progress is of use.</summary>
    public bool ShowsProgress { get; init; } = !Console.IsErrorRedirected;

    /// <summary>Whether results go to a file or a pipe: no escapes, and always 80 columns.</summary>
    public bool IsRedirected { get; init; } = Console.IsOutputRedirected;

    /// <summary>The console that draws tables.</summary>
    public IAnsiConsole Tables()
    {
        bool isPlain = IsRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Out),
        });
        if (IsRedirected || console.Profile.Width < Columns / 2) console.Profile.Width = Columns;
        return console;
    }
}
