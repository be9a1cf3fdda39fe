using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace ScalingAnalyzers.Checks;

/// <summary>A sentence with named arguments: "'{run}' trains {tokens} tokens".</summary>
internal sealed class MessageFormat
{
    private static readonly Regex Name = new(
        @"\{(?<name>\w+)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private readonly string[] _names;

    private MessageFormat(string template)
    {
        _names = Name.Matches(template)
            .Cast<Match>()
            .Select(match => match.Groups["name"].Value)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        Positional = Name.Replace(
            template, match => "{" + Array.IndexOf(_names, match.Groups["name"].Value).ToString(CultureInfo.InvariantCulture) + "}");
    }

    /// <summary>The sentence as composite formatting has it: "'{0}' trains {1} tokens".</summary>
    public string Positional { get; }

    public static MessageFormat Of(string template) => new(template);

    /// <summary>The arguments in the order of the sentence.</summary>
    /// <exception cref="ArgumentException">An argument is missing, or one is given that the sentence does not
    /// name.</exception>
    public string[] Arrange(string run, IReadOnlyList<(string Name, string Value)> arguments)
    {
        var byName = arguments.ToDictionary(argument => argument.Name, argument => argument.Value, StringComparer.Ordinal);
        byName["run"] = run;
        if (byName.Keys.FirstOrDefault(name => name != "run" && !_names.Contains(name, StringComparer.Ordinal)) is { } unknown)
            throw new ArgumentException($"'{Positional}' has no argument '{unknown}'.");
        return _names
            .Select(name => byName.TryGetValue(name, out string? value)
                ? value
                : throw new ArgumentException($"'{Positional}' needs the argument '{name}'."))
            .ToArray();
    }

    public string Format(string[] arguments) => string.Format(CultureInfo.InvariantCulture, Positional, arguments.Cast<object>().ToArray());
}
