using System;
using System.IO;
using System.Text;
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

    /// <summary>Whether no escapes are written.</summary>
    public bool IsPlain => IsRedirected || WantsNoEscapes;

    /// <summary>Whether NO_COLOR is set (no-color.org).</summary>
    public static bool WantsNoEscapes => Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };

    /// <summary>Writes an error or a note: one line for a program, lines of 80 columns for a person.</summary>
    public void Tell(string message)
    {
        foreach (string line in message.Split('\n')) Error.WriteLine(ShowsProgress ? Wrapped(line) : line);
        Error.Flush();
    }

    /// <summary>The console that draws tables.</summary>
    public IAnsiConsole Tables(TextWriter writer)
    {
        bool isPlain = IsPlain;
        int width = IsRedirected || Console.WindowWidth < Columns / 2 ? Columns : Console.WindowWidth;
        return AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
            Out = new Output(writer, !isPlain, width),
        });
    }

    // Between words; further lines are indented as under "error: ".
    private static string Wrapped(string line)
    {
        const int Indent = 7;
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var lines = new StringBuilder(line[..^line.TrimStart().Length]);
        int column = lines.Length;
        foreach (string word in words)
        {
            bool isFirst = ReferenceEquals(word, words[0]), isBroken = !isFirst && column + 1 + word.Length > Columns;
            lines.Append(isBroken ? "\n" + new string(' ', Indent) : isFirst ? "" : " ").Append(word);
            column = (isBroken ? Indent : isFirst ? column : column + 1) + word.Length;
        }

        return lines.ToString();
    }

    // Spectre's own asks Console for what is known here.
    private sealed class Output(TextWriter writer, bool isTerminal, int width) : IAnsiConsoleOutput
    {
        public TextWriter Writer { get; } = writer;

        public bool IsTerminal { get; } = isTerminal;

        public int Width { get; } = width;

        public int Height => 24;

        public void SetEncoding(Encoding encoding)
        {
        }
    }
}
