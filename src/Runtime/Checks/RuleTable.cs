using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace ScalingAnalyzers.Checks;

/// <summary>
/// The one table of rules: id, title, messages, category, severity, page, fixes. Descriptors, release files, presets,
/// docs/rules.md and pages are compared with it.
/// </summary>
public static partial class RuleTable
{
    internal static readonly Rule NotKnown = new("SCALE901", nameof(NotKnown), "Configuration", FindingSeverity.Hidden, RuleScope.All)
    {
        Origin = RuleOrigin.Reader,
        IsEnabledByDefault = false,
        Title = "A value is not known at compile time, or the run is not assessed",
        Description = "Off by default. Names the expression that stopped the reading and why, or why the laws are not applied to the run.",
        Messages =
        [
            "'{run}' has no value for '{member}': {reason}",
            "'{run}' has no parameter count: {reason}",
            "'{run}' is not assessed: {reason}",
        ],
    };

    internal static readonly Rule ValueImpossible =
        new("SCALE902", nameof(ValueImpossible), "Configuration", FindingSeverity.Error, RuleScope.All)
        {
            Check = new ValueImpossible(),
            Title = "The value is impossible",
            Description = "A count, share or price that is zero, negative, not a number or beyond its type cannot describe a run; no "
                + "constant is computed from it.",
            Messages = ["'{run}.{member}' is {value}: it {why}. Nothing is computed from it"],
        };

    internal static readonly Rule CannotGenerate =
        new("SCALE903", nameof(CannotGenerate), "Configuration", FindingSeverity.Info, RuleScope.All)
        {
            Origin = RuleOrigin.Reader,
            Title = "Constants cannot be generated for the type",
            Description = "The constants are members of a nested type, so the type and every type around it must be partial, not "
                + "file-local, and without a member named Estimates.",
            Messages =
        [
            "'{run}' has no Estimates: {obstacle}",
            "'{run}' has no constants under this name: an earlier ScalingConfig item has it, so they are in ScalingConfigs.{given}. Give "
                + "the item a Name of its own",
            "'{run}' has no constants: {problem}. This is a fault of ScalingAnalyzers, and worth a report",
            "'{run}' is not assessed: {problem}. This is a fault of ScalingAnalyzers, and worth a report",
            "'{run}' has no constants: {obstacle}",
        ],
            Fixes = [FixKind.AddPartial],
        };

    internal static readonly Rule UnknownLaw = new("SCALE904", nameof(UnknownLaw), "Configuration", FindingSeverity.Error, RuleScope.Runs)
    {
        Check = new UnknownLaw(),
        Title = "The scaling law does not exist",
        Description = "Laws are named by id, as in KnownLaws. Without a law the run is not assessed and no loss is predicted; FLOPs, hours "
            + "and memory are still computed.",
        Messages =
        [
            "'{run}' names the scaling law '{law}', which does not exist; {remedy}",
            "'{run}' defines no law: {problem}",
        ],
    };

    internal static readonly Rule UnreadableOption =
        new("SCALE905", nameof(UnreadableOption), "Configuration", FindingSeverity.Warning, RuleScope.All)
        {
            Origin = RuleOrigin.Reader,
            Title = "An option cannot be read",
            Description = "An unreadable option is never replaced by its default: the rules that need it report nothing until it is "
                + "corrected. A misspelt one has no effect.",
            Messages = ["Option '{run}' {problem}"],
        };

    internal static readonly Rule TwoForOneRole =
        new("SCALE906", nameof(TwoForOneRole), "Configuration", FindingSeverity.Warning, RuleScope.All)
        {
            Check = new TwoForOneRole(),
            Title = "Two members have one role and different values",
            Description = "Each role has one value. Where two members give different ones, neither is used.",
            Messages =
            ["'{run}' declares {first} in '{firstMember}' and {second} in '{secondMember}', and both are the {role}; neither is used. Hide "
                + "one with [ConfigMember(ConfigRole.None)]"],
        };

    internal static readonly Rule SuspiciousMagnitude =
        new("SCALE907", nameof(SuspiciousMagnitude), "Configuration", FindingSeverity.Warning, RuleScope.All)
        {
            Check = new SuspiciousMagnitude(),
            Title = "The magnitude is suspicious",
            Description = "Models have more than ten thousand parameters and train on more than a hundred thousand tokens; a smaller "
                + "number is usually meant in billions, and one beyond all models usually counts its unit twice.",
            Messages = ["'{run}.{member}' is {value} {unit}: did you mean {meant}"],
            Fixes = [FixKind.AppendBillions],
        };

    internal static readonly Rule NoEffect =
        new("SCALE908", nameof(NoEffect), "Configuration", FindingSeverity.Warning, RuleScope.Training | RuleScope.Model)
        {
            Origin = RuleOrigin.Reader,
            Title = "The attribute has no effect",
            Description =
            "Members are recognised by name (docs/members.md) or by [ConfigMember]; a config without any such member is not assessed.",
            Messages =
        [
            "'{run}' is marked [{attribute}], but nothing in it was recognised as {wanted}. Read: {read}. Name a member {remedy}, or mark "
                + "one with [ConfigMember]",
            "'{run}' names the model '{model}', which is not marked [ModelConfig] and in which nothing was recognised as parameters or a "
                + "dimension (docs/members.md lists the names that are read)",
            "'{run}' is not counted: {problem}",
            "'{run}' is counted with sizes that its file does not state, the defaults of model_type '{type}': {sizes}",
            "'{run}' is not assessed: {problem}",
        ],
        };

    internal static readonly Rule NameAlmostRead =
        new("SCALE909", nameof(NameAlmostRead), "Configuration", FindingSeverity.Warning, RuleScope.All)
        {
            Check = new NameAlmostRead(),
            Origin = RuleOrigin.Reader,
            Title = "A name is almost one that is read",
            Description = "A misspelt member, key, law, family, accelerator or option has no effect. The rule reports it only where what "
                + "it would give is not given otherwise.",
            Messages =
        [
            "'{run}.{name}' is not read; did you mean '{meant}'? Mark it [ConfigMember(ConfigRole.{role})], or ConfigRole.None if it is "
                + "something else",
            "'{run}' names the {kind} '{name}', which is not known; did you mean '{meant}'?",
            "'{run}': {kind} '{name}' is not read; did you mean '{meant}'?",
        ],
            Fixes = [FixKind.UseKnownName, FixKind.DeclareRole],
        };

    /// <summary>All rules, by id.</summary>
    public static IReadOnlyList<Rule> All => Ordered.Value;

    // The rows are in several files, whose initialisers have no order.
    private static readonly Lazy<IReadOnlyList<Rule>> Ordered = new(InOrder);

    private static IReadOnlyList<Rule> InOrder() => Array.AsReadOnly(
        BalanceRows.Concat(ComputeRows).Concat(ShapeRows).Concat(ConfigurationRows)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)
            .ToArray());

    private static Rule[] ConfigurationRows =>
    [
        NotKnown, ValueImpossible, CannotGenerate, UnknownLaw, UnreadableOption, TwoForOneRole, SuspiciousMagnitude, NoEffect,
        NameAlmostRead,
    ];

    /// <summary>The rule of this id.</summary>
    /// <param name="id">SCALE001.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="KeyNotFoundException">No rule has this id.</exception>
    public static Rule Get(string id) =>
        TryGet(id, out var rule) ? rule : throw new KeyNotFoundException(
            $"No rule has the id '{id}'; ids run from {All[0].Id} to {All[All.Count - 1].Id}.");

    internal static bool TryGet(string id, [NotNullWhen(true)] out Rule? rule)
    {
        rule = All.FirstOrDefault(known => known.Id == id);
        return rule is not null;
    }
}
