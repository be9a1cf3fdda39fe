using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using ScalingAnalyzers.Tool.Input;
using ScalingAnalyzers.Tool.Output;

namespace ScalingAnalyzers.Tool.Commands;

/// <summary>One command: its name, help, options, examples, and what it does.</summary>
internal abstract class ToolCommand
{
    private readonly Option<string> _form = new("--format")
    {
        HelpName = "form",
    };

    private readonly Option<bool> _json = new("--json") { Description = "The same as --format json; docs/cli-schema.json describes it." };

    /// <summary>What is typed after `scaling`.</summary>
    public abstract string Name { get; }

    /// <summary>What the command does, in one line.</summary>
    public abstract string Description { get; }

    /// <summary>Command lines that work.</summary>
    public abstract string[] Examples { get; }

    /// <summary>The question that the first example answers, where people ask it first.</summary>
    public virtual string? Question => null;

    /// <summary>Files and other words without an option.</summary>
    public virtual Argument<string[]>? Words => null;

    /// <summary>The options beside --format and --json.</summary>
    public virtual IEnumerable<Option> Options => [];

    /// <summary>What --format accepts.</summary>
    protected virtual string[] Forms => ["text", "json", "markdown"];

    /// <summary>The command as the parser wants it.</summary>
    public Command Of(Terminal terminal)
    {
        var command = new Command(Name, Description);
        if (Words is { } words) command.Add(words);
        foreach (var option in Options) command.Add(option);
        _form.Description = "How the result is written: " + string.Join(", ", Forms[..^1]) + " or " + Forms[^1] + ".";
        command.Add(_form);
        command.Add(_json);
        command.SetAction(parsed =>
        {
            var given = new Given(parsed, Words);

            // The parser takes an option that it does not know for one more word.
            string? unknown = given.Words.FirstOrDefault(word => word.Length > 1 && word.StartsWith('-'));
            return unknown is null ? Run(given, terminal) : throw new CommandException(Input.Words.NotAnOption(unknown, command));
        });
        return command;
    }

    /// <summary>Does it.</summary>
    /// <returns>The exit code.</returns>
    protected abstract int Run(Given given, Terminal terminal);

    /// <summary>The form that is asked for, one of <see cref="Forms"/>.</summary>
    protected string FormOf(Given given)
    {
        string? text = given.Text(_form);
        if (given.Has(_json) && text is not (null or "json"))
            throw new CommandException("--json: not together with --format " + text + ".");
        if (given.Has(_json)) return "json";
        if (text is null) return "text";
        foreach (string form in Forms)
        {
            if (form == text.ToLowerInvariant()) return form;
        }

        throw new CommandException(Input.Words.Unknown("--format", text, "expected", Forms));
    }

    /// <summary>Writes a result in the form that is asked for.</summary>
    protected int Show(Shown shown, Given given, Terminal terminal)
    {
        shown.Write(FormOf(given) switch { "json" => OutputForm.Json, "markdown" => OutputForm.Markdown, _ => OutputForm.Text },
            terminal);
        return 0;
    }
}
