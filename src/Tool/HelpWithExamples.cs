using System;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Linq;
using ScalingAnalyzers.Tool.Commands;

namespace ScalingAnalyzers.Tool;

/// <summary>The help of System.CommandLine, and examples after it; tests run them.</summary>
internal sealed class HelpWithExamples(ToolCommand[] commands) : SynchronousCommandLineAction
{
    private const int Columns = 80;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        ArgumentNullException.ThrowIfNull(parseResult);
        new HelpAction { MaxWidth = Columns }.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        string[][] examples = commands.Where(known => command is RootCommand ? known.Question is not null : known.Name == command.Name)
            .Select(known => command is RootCommand ? [known.Question!, known.Examples[0]] : known.Examples).ToArray();
        if (examples.Length == 0) return 0;
        output.WriteLine(command is RootCommand ? "Questions people ask first:" : "Examples:");
        foreach (string line in examples.SelectMany(lines => lines)) output.WriteLine(Indented(line));
        output.WriteLine();
        return 0;
    }

    // A command line that is longer goes on in the next one, as shells read it.
    private static string Indented(string line)
    {
        if (!line.StartsWith("scaling ", StringComparison.Ordinal)) return "  # " + line;
        if (line.Length + 2 <= Columns) return "  " + line;
        int at = line.LastIndexOf(" --", Columns - 4, StringComparison.Ordinal);
        return "  " + line[..at] + " \\\n      " + line[(at + 1)..];
    }
}
