using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Evaluation;

/// <summary>From source to a run: the facts of a config, read in their units, become a TrainingRun and its Estimate.</summary>
internal static class RunReader
{
    /// <summary>The type's own run.</summary>
    public static ResolvedRun OfType(INamedTypeSymbol type, SyntaxNode judged, SemanticModel model, RunOptions options, CancellationToken cancellation)
    {
        var facts = new FactReader(new SourceModels(model), cancellation).OfType(type);
        return Resolve(type.Name, facts, judged, options, isTraining: ConfigAttributes.Training(type) is not null);
    }

    /// <summary>Facts in their units become a run and its estimate.</summary>
    public static ResolvedRun Resolve(string name, FactSheet facts, SyntaxNode? judged, RunOptions options, bool isTraining = true)
    {
        facts.ReadAll();
        var law = LawOf(facts, options, out var unknownLaw);
        var accelerator = AcceleratorOf(facts, options, out var unknownAccelerator);
        double? peak = facts.Positive(ConfigRole.PeakFlopsPerSecond);
        var tokens = Tokens.Of(facts);
        double? utilization = facts.Has(ConfigRole.Utilization) ? facts.Positive(ConfigRole.Utilization) : options.Utilization;
        long? parameters = facts.Count(ConfigRole.Parameters);
        long? active = facts.Count(ConfigRole.ActiveParameters);
        if (active > parameters)
        {
            facts.Refuse(ConfigRole.ActiveParameters, "is more than all parameters (" + Quantity.Format(parameters.Value) + ")");
            active = null;
            parameters = null;
        }

        var shape = ShapeReader.Of(facts);

        // An active count that is not known must not turn a mixture into a dense model.
        bool isUncountedMixture = active is null && shape?.Shape is null && (facts.Count(ConfigRole.Experts) > 1 || facts.IsUnreadable(ConfigRole.Experts));
        bool activeIsOpen = isUncountedMixture || (active is null && facts.Has(ConfigRole.ActiveParameters));
        var stage = (TrainingStage)(facts.Choice(ConfigRole.Stage) ?? 0);
        var run = new TrainingRun
        {
            Name = name,
            Parameters = activeIsOpen ? null : parameters,
            ActiveParameters = active == parameters ? null : active,
            Shape = activeIsOpen || (parameters is null && facts.Has(ConfigRole.Parameters)) ? null : shape?.Shape,
            TrainingTokens = tokens?.Value,
            PriorTokens = facts.Count(ConfigRole.PriorTokens),
            UniqueTokens = facts.Count(ConfigRole.UniqueTokens),
            InferenceTokens = facts.Count(ConfigRole.InferenceTokens),
            FineTuningTokens = facts.Count(ConfigRole.FineTuningTokens),
            ReinforcementTokens = facts.Count(ConfigRole.ReinforcementTokens),
            TeacherParameters = facts.Count(ConfigRole.TeacherParameters),
            TokensPerQuery = facts.Count(ConfigRole.TokensPerQuery),
            SamplesPerQuery = facts.Count(ConfigRole.SamplesPerQuery),
            SequenceLength = facts.Count(ConfigRole.SequenceLength),
            Accelerator = accelerator,
            PeakFlopsPerSecond = peak,
            WithoutHours = peak is null && facts.Has(ConfigRole.PeakFlopsPerSecond) ? "the declared peak cannot be read" : null,
            AcceleratorCount = facts.Count(ConfigRole.AcceleratorCount),
            Utilization = utilization is > 0 and <= 1 ? utilization : null,
            Precision = facts.IsUnreadable(ConfigRole.Precision) ? null : (NumericFormat)(facts.Choice(ConfigRole.Precision) ?? 0),
            Optimizer = Optimizers.Of(facts, stage),
            PricePerAcceleratorHour = facts.Has(ConfigRole.PricePerAcceleratorHour) ? facts.Positive(ConfigRole.PricePerAcceleratorHour) : options.PricePerAcceleratorHour,
            Intent = IntentOf(facts, options),
            Stage = stage,
            OutsideTheLaws = isUncountedMixture ? "'" + facts.Find(ConfigRole.Experts)!.Name + "' makes it a mixture of experts; declare its ActiveParameters" : WhyOutside(facts, law, stage),
        };
        return new ResolvedRun(name, facts, run, law, options)
        {
            Tokens = tokens,
            Parameters = facts.Find(active is null ? ConfigRole.Parameters : ConfigRole.ActiveParameters),
            Shape = shape,
            IsTraining = isTraining,
            Family = facts.Family,
            UnknownLaw = unknownLaw,
            UnknownAccelerator = unknownAccelerator,
            Unread = facts.All.Where(f => f.Unknown is { IsUnset: false }).Select(f => (f, f.Unknown!)).ToArray(),
            Judged = judged,
        };
    }

    private static TrainingIntent IntentOf(FactSheet facts, RunOptions options) => facts.Has(ConfigRole.Intent)
        ? (TrainingIntent)(facts.Choice(ConfigRole.Intent) ?? 0)
        : options.Intent ?? TrainingIntent.Unspecified;

    private static ScalingLaw? LawOf(FactSheet facts, RunOptions options, out Fact? unknown)
    {
        unknown = null;
        string? id = options.Law;
        if (facts.Has(ConfigRole.Law))
        {
            id = facts.Text(ConfigRole.Law);
            if (id is null) return null;
        }
        else if (options.IsUnreadable("law") || options.IsUnreadable("tokens_per_parameter"))
        {
            return null;
        }

        if (id is null) return LawCatalog.Default;
        if (!options.Laws.TryGet(id, out var law))
        {
            unknown = facts.Find(ConfigRole.Law);
            return null;
        }

        return law is TokensPerParameterLaw && options.TokensPerParameter is { } ratio ? new TokensPerParameterLaw(ratio) : law;
    }

    private static Accelerator? AcceleratorOf(FactSheet facts, RunOptions options, out Fact? unknown)
    {
        unknown = null;
        bool declared = facts.Has(ConfigRole.Accelerator);
        string? name = declared ? facts.Text(ConfigRole.Accelerator) : options.Accelerator;
        if (name is null) return null;
        if (Accelerators.TryGet(name, out var accelerator)) return accelerator;
        unknown = declared ? facts.Find(ConfigRole.Accelerator) : null;
        return null;
    }

    private static string? WhyOutside(FactSheet facts, ScalingLaw? law, TrainingStage stage)
    {
        if (law is null) return "the law is not known";
        if (facts.IsUnreadable(ConfigRole.Stage)) return "the stage is not known";
        var start = facts.Find(ConfigRole.StartingPoint) ?? facts.Find(ConfigRole.TeacherParameters);
        if (stage == TrainingStage.Unspecified && start is not null && !IsEmpty(start))
        {
            return "'" + start.Name + "' suggests that the run does not start from scratch; declare its Stage";
        }

        return null;
    }

    private static bool IsEmpty(Fact fact) => fact.Value is ScalarValue { Content: null or "" or false or 0 };
}
