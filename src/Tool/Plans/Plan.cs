using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;
using ScalingAnalyzers.Tool.Input;

namespace ScalingAnalyzers.Tool.Plans;

/// <summary>One way to spend a budget: a run of Runtime's planners, with hours and cost.</summary>
internal sealed record PlanOption(string Name, PlannedRun Run, Estimate Estimate)
{
    /// <summary>All parameters, where they are more than the active ones.</summary>
    public double? TotalParameters { get; init; }

    /// <summary>What else the planner says.</summary>
    public string Remark { get; init; } = "";

    /// <summary>Whether the run is a mixture whose law is one of dense models: such a law predicts no loss of
    /// it.</summary>
    public bool IsBeyondDenseLaw => TotalParameters is not null && Run is not MixturePlan;

    /// <summary>Predicted loss, nats per token; null where the law predicts none.</summary>
    public double? Loss => IsBeyondDenseLaw ? null : Run.Loss;

    /// <summary>The 95 % coefficient band of the loss.</summary>
    public Interval? CoefficientBand => IsBeyondDenseLaw ? null : Run.CoefficientBand;

    /// <summary>The 95 % single-run band of the loss.</summary>
    public Interval? SingleRunBand => IsBeyondDenseLaw ? null : Run.SingleRunBand;
}

/// <summary>A law's choice, and what it costs under each law with a loss: excess compute, a share.</summary>
internal sealed record Regret(PlannedRun Choice, IReadOnlyList<double?> Excess);

/// <summary>A plan with everything that is shown of it.</summary>
internal sealed class Plan
{
    private const double Flat = 0.02;

    // The term of the tokens is nothing any more.
    private const double EndlessTokens = 1e60;
    private readonly PlanRequest _request;

    private Plan(PlanRequest request)
    {
        _request = request;
        Main = OptionOf("plan", Lead(request));
        Optimum = ComputeOptimalPlan.ForCompute(Main.Run.TrainingFlops, request.Law);
        Valley = ValleyOf(ComputeOptimalPlan.ForCompute(Main.Run.TrainingFlops, SurfaceInUse));
        Alternatives = AlternativesOf().ToArray();
        ByLaw = LawCatalog.All.Prepend(request.Law).Distinct().OfType<IAllocationLaw>()
            .Select(law => ComputeOptimalPlan.ForCompute(Main.Run.TrainingFlops, (ScalingLaw)law)).ToArray();
        Judges = ByLaw.Select(plan => plan.Law).OfType<ILossFrontier>().Cast<ScalingLaw>().ToArray();
        Regrets = ByLaw.Select(plan => new Regret(plan, Judges.Select(judge => ExcessUnder(judge, plan)).ToArray())).ToArray();
        if (request.Vocabulary is { } vocabulary and <= int.MaxValue && request.ActiveRatio is null)
            Shape = BuildableShape.Near(Main.Run.Parameters, (int)vocabulary);
        Hyperparameters = HyperparameterPlan.For(Shape?.NonEmbeddingParameters ?? Main.Run.Parameters, Main.Run.Tokens);
        WeightDecays = request.ActiveRatio is null ? Hyperparameters.WeightDecays(Main.Run.Parameters) : [];
        if (Shape is { } shape && request is { Accelerator.MemoryBytes: { } memory, Count: { } devices })
            Sharding = SmallestSharding.For(shape, memory, devices);
    }

    /// <summary>The plan itself.</summary>
    public PlanOption Main { get; }

    /// <summary>The law's optimum at the compute of the plan.</summary>
    public ComputeOptimalPlan Optimum { get; }

    /// <summary>Passes over the unique tokens; null where they are not declared or not exceeded.</summary>
    public double? Epochs => _request.UniqueTokens is { } unique && Main.Run.Tokens > unique ? Main.Run.Tokens / unique : null;

    /// <summary>Sizes within 2 % of the least compute, on the surface that planned the run; null where that has no
    /// loss, or the plan is not among them.</summary>
    public Interval? Valley { get; }

    /// <summary>Other ways to spend it.</summary>
    public IReadOnlyList<PlanOption> Alternatives { get; }

    /// <summary>The optimum by every law.</summary>
    public IReadOnlyList<ComputeOptimalPlan> ByLaw { get; }

    /// <summary>The laws with a loss, under which choices are paid for.</summary>
    public IReadOnlyList<ScalingLaw> Judges { get; }

    /// <summary>Choices by one law, paid for under another.</summary>
    public IReadOnlyList<Regret> Regrets { get; }

    /// <summary>A shape that can be built; null without a vocabulary.</summary>
    public TransformerShape? Shape { get; }

    /// <summary>Learning rate, batch and critical batch by every law.</summary>
    public HyperparameterPlan Hyperparameters { get; }

    /// <summary>Weight decays for the rates and batches; none of a mixture.</summary>
    public IReadOnlyList<WeightDecaySuggestion> WeightDecays { get; }

    /// <summary>The smallest sharding that fits; null where none does or it is not known.</summary>
    public TrainingMemoryOptions? Sharding { get; }

    /// <summary>What else the plan would show, and what it needs for it.</summary>
    public IEnumerable<string> Missing()
    {
        bool knowsHours = Main.Estimate.AcceleratorHours is not null;
        if (!knowsHours) yield return "hours, days, energy and cost need --accelerator and --mfu, or --tokens-per-second";
        else if (Main.Estimate.Cost is null) yield return "cost needs --price";
        if (knowsHours && Main.Estimate.WallClockDays is null) yield return "days need --gpus";
        if (_request.Vocabulary is null && _request.ActiveRatio is null) yield return "a shape with its exact count needs --vocabulary";
        else if (Shape is not null && (_request.Accelerator is null || _request.Count is null))
            yield return "memory per device needs --accelerator and --gpus";
    }

    /// <summary>Makes the plan.</summary>
    /// <exception cref="CommandException">The law cannot plan it, or the loss cannot be reached.</exception>
    public static Plan Of(PlanRequest request)
    {
        try
        {
            return new Plan(request);
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw new CommandException("plan: " + FirstLine(error));
        }
        catch (ArgumentException error)
        {
            throw new CommandException("--law: " + FirstLine(error));
        }
    }

    private static string FirstLine(ArgumentException error) =>
        error.Message.Split('\n')[0].Replace(" (Parameter '" + error.ParamName + "')", "", StringComparison.Ordinal);

    private static PlannedRun Lead(PlanRequest request)
    {
        var law = request.Law;
        if (request is { TrainingFlops: { } flops, ActiveParameters: { } size })
        {
            bool repeats = flops / 6 / size > request.UniqueTokens;
            return PlannedRun.AtCompute(flops, size, repeats ? OfRepeats(request) : law);
        }

        if (request is { TargetLoss: { } target, ActiveParameters: { } fixedSize })
        {
            if (law is not ILossLaw lossLaw) throw new CommandException($"--target-loss: {law} predicts no loss.");
            double tokens = Isoloss.TokensFor(lossLaw, target, fixedSize);
            if (tokens > request.UniqueTokens)
            {
                law = OfRepeats(request);
                tokens = Isoloss.TokensFor((ILossLaw)law, target, fixedSize);
            }

            return double.IsFinite(tokens) ? PlannedRun.Of(fixedSize, tokens, law)
                : throw new CommandException("--target-loss: " + Quantity.Format(fixedSize) + " parameters do not reach "
                    + Quantity.Ratio(target) + " on any number of tokens by " + law.Id + "; their limit is "
                    + ((ILossLaw)law).Loss(fixedSize, EndlessTokens).ToString("0.000", CultureInfo.InvariantCulture) + ".");
        }

        var unlimited = request.TrainingFlops is { } compute ? ComputeOptimalPlan.ForCompute(compute, law)
            : request.TargetLoss is { } loss ? ComputeOptimalPlan.ForLoss(loss, law)
            : ComputeOptimalPlan.ForParameters(request.ActiveParameters!.Value, law);
        if (request.UniqueTokens is not { } unique || unlimited.Tokens <= unique) return unlimited;
        if (request.ActiveParameters is { } model) return ComputeOptimalPlan.ForParameters(model, OfRepeats(request));
        return request.TargetLoss is { } repeated ? RepeatedDataPlan.ForLoss(repeated, unique)
            : RepeatedDataPlan.ForCompute(unlimited.TrainingFlops, unique);
    }

    private IEnumerable<PlanOption> AlternativesOf()
    {
        double flops = Main.Run.TrainingFlops;
        var law = OwnLaw;
        if (Main.Run is not ComputeOptimalPlan || Epochs is not null)
        {
            string name = (Epochs is not null ? "all tokens new: " : "optimum of ") + _request.Law.Id;
            yield return OptionOf(name, Optimum);
        }

        yield return OptionOf("half the parameters", PlannedRun.AtCompute(flops, Main.Run.Parameters / 2, law));
        yield return OptionOf("twice the parameters", PlannedRun.AtCompute(flops, Main.Run.Parameters * 2, law));
        foreach (var option in Serving(flops)) yield return option;

        if (_request.UniqueTokens is { } unique && Main.Run is not RepeatedDataPlan and not ComputeOptimalPlan { Law: UniqueTokensLaw })
        {
            var repeated = RepeatedDataPlan.ForCompute(flops, unique);
            if (repeated.Epochs > 1)
            {
                yield return OptionOf("data repeated where it pays", repeated)
                    with
                { Remark = Quantity.Ratio(repeated.Epochs) + " epochs" };
            }
        }

        var mixture = MixturePlan.ForCompute(flops);
        yield return OptionOf($"mixture of {mixture.Experts} experts", mixture) with { TotalParameters = mixture.TotalParameters };
    }

    // Where the plan repeats its data, its neighbours do, too.
    private ScalingLaw OwnLaw => Epochs is not null ? OfRepeats(_request) : _request.Law;

    // The law of repeats also prices neighbours that repeat where the plan itself needs no repeats.
    private ScalingLaw SurfaceInUse => Epochs is null && _request.UniqueTokens is { } unique
        ? RepeatedDataLaw.Of(_request.Law, unique)
        : OwnLaw;

    private static UniqueTokensLaw OfRepeats(PlanRequest request) => MuennighoffLaw.C4.WithUniqueTokens(request.UniqueTokens!.Value);

    private Interval? ValleyOf(ComputeOptimalPlan optimum) =>
        !Main.IsBeyondDenseLaw && optimum.ParametersWithin(Flat) is { } sizes && sizes.Contains(Main.Run.Parameters) ? sizes : null;

    private IEnumerable<PlanOption> Serving(double flops)
    {
        var law = OwnLaw;
        if (Main.IsBeyondDenseLaw || _request.InferenceTokens is not { } served) yield break;
        if (!InferencePlan.CanPlan(law) || law is not ILossFrontier frontier) yield break;
        double loss = Epochs is not null ? Main.Run.Loss!.Value : frontier.OptimalLoss(flops);
        var sameLoss = InferencePlan.ForLoss(loss, served, law);
        yield return OptionOf("same loss, cheapest to serve", sameLoss) with
        {
            Remark = "training and serving together take " + Quantity.Percent(sameLoss.Saving) + " less compute",
        };
        yield return OptionOf("budget pays serving, too", InferencePlan.ForBudget(flops, served, law)) with
        {
            Remark = "training and " + Quantity.Format(served) + " served tokens together cost the budget",
        };
    }

    private static double? ExcessUnder(ScalingLaw judge, PlannedRun run)
    {
        var estimate = new TrainingRun { Parameters = Rounded(run.Parameters), TrainingTokens = Rounded(run.Tokens) }.Estimate(judge);
        return estimate.Balance?.ExcessCompute;
    }

    // Hours and cost by the one Estimate that warnings and constants show.
    private PlanOption OptionOf(string name, PlannedRun run)
    {
        var values = new Dictionary<ConfigRole, object>(_request.Values);
        foreach (var role in new[] { ConfigRole.Parameters, ConfigRole.UniqueTokens, ConfigRole.VocabularySize,
            ConfigRole.SequenceLength })
            values.Remove(role);
        if (_request.TokensPerSecond is not null && run.Parameters != _request.ActiveParameters)
        {
            // The throughput is that of one size; others run at the share of the peak that it is.
            values.Remove(ConfigRole.TokensPerSecondPerAccelerator);
            if (_request.MeasuredUtilization is { } share and <= 1) values[ConfigRole.Utilization] = share;
        }

        double total = _request.ActiveRatio is { } ratio ? run.Parameters / ratio : run.Parameters;
        values[ConfigRole.Parameters] = Rounded(total);
        if (_request.ActiveRatio is not null) values[ConfigRole.ActiveParameters] = Rounded(run.Parameters);
        values[ConfigRole.TrainingTokens] = Rounded(run.Tokens);
        var source = RunSource.OfOptions(values, new CheckOptions { MinFlops = null });
        return new PlanOption(name, run, source.Run!.Estimate) { TotalParameters = _request.ActiveRatio is null ? null : total };
    }

    private static long Rounded(double count) => count < long.MaxValue
        ? Math.Max(1, (long)Math.Round(count))
        : throw new CommandException("plan: the counts of this budget are beyond 9.2e18.");
}
