using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>SCALE901 and SCALE908: what could not be read, and why nothing is assessed.</summary>
internal static class ReaderFindings
{
    private const string NamesThatAreRead = " (docs/members.md lists the names that are read)";

    /// <summary>
    /// SCALE901: the expression that could not be read, or the reason why there is no count or no assessment.
    /// </summary>
    public static IEnumerable<Finding> NotKnown(SourceRun source)
    {
        var run = source.Run;
        foreach (var value in run.Config.All.Where(value => value.IsUnreadable && !value.Unknown!.IsFault))
            yield return Unread(source, value);
        if (run.Config.HasModel && run.Declared.Parameters is null && WhyNotCounted(run) is { } uncounted)
            yield return new Finding(RuleTable.NotKnown, run.Name, 1, ("reason", uncounted));
        if (WhyNotAssessed(run) is { } reason) yield return new Finding(RuleTable.NotKnown, run.Name, 2, ("reason", reason));
    }

    /// <summary>SCALE909: members that are almost read, where nothing else plays their role.</summary>
    public static IEnumerable<Finding> AlmostRead(SourceRun source) => source.AlmostRead()
        .Where(almost => source.Run.Config.Find(almost.Role) is null && !IsSaidOtherwise(source.Run, almost.Role))
        .Select(almost => NameAlmostRead.Member(source.Run.Name, almost.Member, almost.Meant, almost.Role));

    // A model by itself trains on nothing, and tokens may follow from others.
    private static bool IsSaidOtherwise(ConfigRun run, ConfigRole role) =>
        (!run.IsTraining && !RoleTable.IsOfModel(role)) || (role == ConfigRole.TrainingTokens && run.Declared.TrainingTokens is not null);

    /// <summary>SCALE908: no member declares the size of the model or the length of the training.</summary>
    public static Finding? NoEffect(SourceRun source)
    {
        var run = source.Run;
        if (source.SilentModel is { } model)
        {
            return new Finding(RuleTable.NoEffect, run.Name, 1,
                ("model", model))
            { At = Finding.Values(run.Config.Find(ConfigRole.Model)) };
        }

        if (HasEffect(run)) return null;
        string read = string.Join(", ", run.Config.All.Select(value => value.Name).OrderBy(name => name, System.StringComparer.Ordinal));
        return NoEffect(
            run.Name,
            run.IsTraining ? "TrainingConfig" : "ModelConfig",
            run.IsTraining ? "parameters, tokens, steps, a model or a budget" : "parameters or a dimension",
            read.Length == 0 ? "no member" : read,
            (run.IsTraining ? "Parameters or Tokens" : "HiddenSize or Parameters") + NamesThatAreRead);
    }

    /// <summary>Whether anything follows from the config: a size, a length, or a plan.</summary>
    public static bool HasEffect(ConfigRun run) => run.Config.All.Any(value => RoleTable.GivesSize(value.Role))
        || (run.IsTraining && OpenHalves.HasPlanInput(run.Config));

    /// <summary>The expected members of an attribute, the members that were read, and the remedy.</summary>
    public static Finding NoEffect(string name, string attribute, string wanted, string read, string remedy) =>
        new(RuleTable.NoEffect, name, 0, ("attribute", attribute), ("wanted", wanted), ("read", read), ("remedy", remedy));

    private static Finding Unread(SourceRun source, ConfigValue value)
    {
        var place = source.Places.Find(value.Source);
        var reason = value.Unknown!;
        var stopped = place?.UnknownAt ?? (reason.Kind is UnknownKind.NotAChoice or UnknownKind.Conflict ? place?.At : null);
        int at = source.Places.Add(new ValuePlace(stopped ?? place?.At, null, 1) { InFile = place?.InFile });
        return new Finding(RuleTable.NotKnown, source.Run.Name, 0, ("member", value.Name), ("reason", reason.Text + Shown(stopped)))
        {
            At = Finding.Values(new ConfigValue(value.Role, value.Name, (object?)null, 1, at)),
        };
    }

    // Unreadable values are reported where they are written; this reports what was not declared, and what the laws do
    // not cover.
    private static string? WhyNotAssessed(ConfigRun run)
    {
        bool knowsSize = run.Estimate.Counted.ComputeParameters is not null, knowsTokens = run.Declared.TrainingTokens is not null;
        if (knowsSize && knowsTokens) return run.Estimate.WhyNotAssessed;
        if (!knowsTokens && run.Config.OpenTokens is { } open) return "its training tokens are open: " + open;
        bool isReportedElsewhere = run.Config.All.Any(value => value.IsUnreadable) || run.Config.Impossible.Count > 0
            || run.Config.Conflicts.Count > 0;
        if (!run.IsTraining || isReportedElsewhere) return null;
        if (knowsTokens)
            return run.Limits.WhyNotAssessed
                ?? (run.Config.HasModel ? null : "nothing in it was recognised as its parameters" + NamesThatAreRead);
        if (Unset(run) is { } unset) return "its training tokens are not set: " + unset;
        if (!knowsSize) return null;
        return run.Config.Find(ConfigRole.MaxSteps) is { } steps
            ? "its training tokens do not follow: the tokens of a step of '" + steps.Name + "' are not known; declare TokensPerBatch, or "
                + "GlobalBatchSize and SequenceLength"
            : "nothing in it was recognised as its training tokens" + NamesThatAreRead;
    }

    private static string? Unset(ConfigRun run) => LengthRoles
        .Select(role => run.Config.Find(role))
        .Where(value => value is { IsUnset: true })
        .Select(value => "'" + value!.Name + "': " + value.Unknown!.Text)
        .FirstOrDefault();

    private static ConfigRole[] LengthRoles { get; } =
    [
        ConfigRole.TrainingTokens, ConfigRole.MaxSteps, ConfigRole.TrainingSequences, ConfigRole.TokensPerBatch,
        ConfigRole.GlobalBatchSequences, ConfigRole.MicroBatchSequences, ConfigRole.BatchSequences, ConfigRole.SequenceLength,
    ];

    /// <summary>SCALE901: a type whose base carries an attribute that is not inherited.</summary>
    public static Finding? NotInherited(INamedTypeSymbol type)
    {
        if (ConfigAttributes.IsConfig(type)) return null;
        for (var t = type.BaseType; t is not null; t = t.BaseType)
        {
            if (!ConfigAttributes.IsConfig(t)) continue;
            string attribute = ConfigAttributes.Training(t) is not null ? "TrainingConfig" : "ModelConfig";
            return new Finding(RuleTable.NotKnown, type.Name, 2,
                ("reason", "its base '" + t.Name + "' is marked [" + attribute + "], which is not inherited; mark it too"));
        }

        return null;
    }

    private static string? WhyNotCounted(ConfigRun run)
    {
        if (run.Family is null)
            return "[ModelConfig] names no Family, and the structure of a layer does not follow from the dimensions alone";
        if (!ModelFamilies.TryGet(run.Family, out _)) return ModelFamilies.WhyNot(run.Family);
        return run.Shape?.Problem ?? NoNumber(run);
    }

    // A size for each layer, or an object: no reader of a family is asked.
    private static string? NoNumber(ConfigRun run) => run.Config.All
        .Where(value => RoleTable.IsDimension(value.Role) && value.Content is OpaqueContent)
        .Select(value => "'" + value.Name + "' holds " + value.Content + ", not a number")
        .FirstOrDefault();

    private static string Shown(SyntaxNode? expression)
    {
        if (expression is null) return "";
        string text =
            string.Join(" ", expression.ToString().Split(new[] { ' ', '\n', '\r', '\t' }, System.StringSplitOptions.RemoveEmptyEntries));
        return " ('" + (text.Length > 60 ? text.Substring(0, 57) + "..." : text) + "')";
    }
}
