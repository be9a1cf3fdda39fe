using System.CommandLine;
using System.CommandLine.Help;
using System.IO;
using System.Linq;
using ScalingAnalyzers.Fitting;
using ScalingAnalyzers.Tool.Commands;
using ScalingAnalyzers.Tool.Input;

namespace ScalingAnalyzers.Tool;

/// <summary>The tree of commands, and what becomes of a command line.</summary>
internal static class CommandLine
{
    private const int CouldNotRun = 2;

    /// <summary>The commands with their options.</summary>
    public static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("Scaling laws for training runs: plan, estimate and check them, and fit laws to your own.");
        foreach (var command in All()) root.Add(command.Of(terminal));
        foreach (var option in root.Options.OfType<HelpOption>()) option.Action = new HelpWithExamples(All());
        return root;
    }

    /// <summary>Every command, in the order of --help.</summary>
    public static ToolCommand[] All() =>
    [
        new PlanCommand(), new EstimateCommand(), new CheckCommand(), new FixCommand(), new FitCommand(),
        new CompareCommand(), new ReportCommand(), new LawsCommand(), new AcceleratorsCommand(), new ModelsCommand(),
    ];

    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args, Terminal terminal)
    {
        try
        {
            var parsed = Root(terminal).Parse(args.Length == 0 ? ["--help"] : args);
            bool asksForHelp = parsed.Tokens.Any(token => token.Value is "--help" or "-h" or "-?" or "--version");
            if (parsed.Errors.Count > 0 && !asksForHelp) return Refuse(parsed, terminal);
            int code = parsed.Invoke(new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
            terminal.Out.Flush();
            return code;
        }
        catch (CommandException error)
        {
            return Fail(error.Message, terminal);
        }
        catch (FitRefusedException error)
        {
            return Fail(error.Message, terminal);
        }
        catch (IOException error)
        {
            // .NET says nothing of a reader that has gone, as `head` does; this is a full disk.
            return Fail("the output cannot be written: " + error.Message, terminal);
        }
    }

    private static int Refuse(ParseResult parsed, Terminal terminal)
    {
        var command = parsed.CommandResult.Command;
        var unmatched = parsed.UnmatchedTokens;
        string? token = unmatched.FirstOrDefault(word => word.StartsWith('-')) ?? unmatched.FirstOrDefault();
        if (token is not null) return Fail(NotKnown(token, command), terminal);
        return Fail(string.Join("\n       ", parsed.Errors.Select(error => error.Message)), terminal);
    }

    private static string NotKnown(string token, Command command)
    {
        if (token.StartsWith('-') && command is not RootCommand) return Words.NotAnOption(token, command);
        string of = command is RootCommand ? "scaling" : "scaling " + command.Name;
        string[] names = command.Subcommands.Select(sub => sub.Name).ToArray();
        if (names.Length == 0) return $"'{token}' is not accepted by '{of}'; '{of} --help' shows what is.";
        string[] near = Words.Near(token, names);
        return $"'{of}' has no command '{token}'." + (near.Length > 0 ? " Did you mean " + string.Join(" or ", near) + "?" : "")
            + $" It has {string.Join(", ", names)}.";
    }

    private static int Fail(string message, Terminal terminal)
    {
        terminal.Tell("error: " + message);
        return CouldNotRun;
    }
}
