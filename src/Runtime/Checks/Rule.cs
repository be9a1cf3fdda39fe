using System;
using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.Checks;

/// <summary>The severity of a finding, unless the configuration changes it.</summary>
public enum FindingSeverity
{
    /// <summary>Shown on request only.</summary>
    Hidden,

    /// <summary>A note.</summary>
    Info,

    /// <summary>A warning.</summary>
    Warning,

    /// <summary>An error.</summary>
    Error,
}

/// <summary>The component that finds it.</summary>
public enum RuleOrigin
{
    /// <summary>A check: the values of a run alone decide.</summary>
    Check,

    /// <summary>A reader: it is about what could not be read.</summary>
    Reader,
}

/// <summary>What a rule applies to.</summary>
[Flags]
public enum RuleScope
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The run that a type declares.</summary>
    Training = 1,

    /// <summary>The run of an object.</summary>
    Object = 2,

    /// <summary>A model by itself.</summary>
    Model = 4,

    /// <summary>The run of a file.</summary>
    File = 8,

    /// <summary>Every run, whatever declares it.</summary>
    Runs = Training | Object | File,

    /// <summary>Every run and every model.</summary>
    All = Runs | Model,
}

/// <summary>One row of the table of rules: everything about a rule but how it decides.</summary>
public sealed class Rule
{
    private readonly IReadOnlyList<string> _messages = Array.Empty<string>();

    internal Rule(string id, string name, string family, FindingSeverity severity, RuleScope scope)
    {
        Id = id;
        Name = name;
        Family = family;
        Severity = severity;
        Scope = scope;
    }

    /// <summary>A rule that is not in the table of rules: a package of its own finds it and writes its
    /// sentences.</summary>
    /// <param name="id">The id, and the name of its page.</param>
    /// <param name="name">The name of what it reports.</param>
    /// <param name="family">The family: Fitting, for example.</param>
    /// <param name="severity">The severity of its findings.</param>
    /// <param name="title">The title, one short sentence.</param>
    /// <returns>The rule; it applies to no run and offers no fixes.</returns>
    public static Rule Create(string id, string name, string family, FindingSeverity severity, string title) =>
        new(id, name, family, severity, RuleScope.None) { Title = title, Messages = ["{message}"] };

    /// <summary>The id: SCALE001.</summary>
    public string Id { get; }

    /// <summary>The name of what it reports, as its check, fix, test and page are called.</summary>
    public string Name { get; }

    /// <summary>The family: Balance, Compute, Data, Shape, Hyperparameters, Inference or Configuration.</summary>
    public string Family { get; }

    /// <summary>The category of its diagnostics.</summary>
    public string Category => "ScalingAnalyzers." + Family;

    /// <summary>The default severity.</summary>
    public FindingSeverity Severity { get; }

    /// <summary>Whether it is on by default.</summary>
    public bool IsEnabledByDefault { get; internal init; } = true;

    /// <summary>What it applies to.</summary>
    public RuleScope Scope { get; }

    /// <summary>The component that finds it.</summary>
    public RuleOrigin Origin { get; internal init; }

    /// <summary>The check that decides; null where a reader does.</summary>
    internal RunCheck? Check { get; init; }

    /// <summary>The title, one short sentence.</summary>
    public string Title { get; internal init; } = "";

    /// <summary>What the rule means and why it matters.</summary>
    public string Description { get; internal init; } = "";

    /// <summary>The sentences it reports with, each with named arguments in the order in which they are read.</summary>
    public IReadOnlyList<string> Messages
    {
        get => _messages;
        internal init
        {
            _messages = value;
            Formats = value.Select(MessageFormat.Of).ToArray();
        }
    }

    internal IReadOnlyList<MessageFormat> Formats { get; private init; } = Array.Empty<MessageFormat>();

    /// <summary>The fixes that it offers, the recommended one first.</summary>
    public IReadOnlyList<FixKind> Fixes { get; internal init; } = Array.Empty<FixKind>();

    /// <summary>The file name of its page.</summary>
    public string Page => Id + ".md";

    /// <summary>The id and the title.</summary>
    /// <returns>"SCALE001: The run is under-trained for its compute".</returns>
    public override string ToString() => Id + ": " + Title;
}
