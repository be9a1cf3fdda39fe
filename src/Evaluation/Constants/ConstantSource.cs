using System;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Evaluation;

/// <summary>What constants are read from: a run, its estimate, and the words that several of their comments
/// share.</summary>
internal sealed partial class ConstantSource
{
    public ConstantSource(RunModel model, Estimate estimate)
    {
        Model = model;
        Estimate = estimate;
        Law = estimate.Law.Citation;
        Active = Counted.IsMixture ? "active parameters" : "parameters";
        Band = estimate.Balance is { } judged ? (estimate.Law as IUncertainAllocation)?.OptimumBand(judged.TrainingFlops) : null;
    }

    /// <summary>What was read of the run.</summary>
    public RunModel Model { get; }

    /// <summary>What follows from it.</summary>
    public Estimate Estimate { get; }

    /// <summary>The run with the counts of its shape.</summary>
    public TrainingRun Counted => Estimate.Counted;

    /// <summary>The law and its source.</summary>
    public string Law { get; }

    /// <summary>What compute is counted on.</summary>
    public string Active { get; }

    /// <summary>The interval of the optimum.</summary>
    public AllocationBand? Band { get; }

    /// <summary>Where a count of parameters comes from.</summary>
    /// <param name="isDeclared">Whether a member declares it.</param>
    public string DeclaredOrCounted(bool isDeclared) => isDeclared || Model.Family is not { } family || Counted.Shape is null
        ? "as declared"
        : "counted from the dimensions as the family " + family + " has it";

    /// <summary>Behind a compute: that it is above the indication of a general-purpose model; else empty.</summary>
    public string GeneralPurposeNote() => GeneralPurposeNote(Estimate);

    /// <summary>The same behind the compute of a plan.</summary>
    public static string GeneralPurposeNote(Estimate estimate) =>
        (estimate.DevelopmentFlops ?? estimate.TrainingFlops) > Hardware.ComputeThreshold.GeneralPurpose.Flops
            ? " Above 1e23, the compute that the EU guidelines take as an indication of a general-purpose model."
            : "";

    /// <summary>In front of a prediction: the share of the tokens that the law was not fitted on; else empty.</summary>
    public string SyntheticNote() => Counted.SyntheticShare is { } share
        ? "Of the tokens " + Quantity.Percent(share) + " are synthetic, and the law was fitted on human text. "
        : "";

    /// <summary>Behind the power of a chip: what else is counted.</summary>
    public string PowerBeyondChips()
    {
        if (Counted.HostPowerFactor is null && Counted.PowerUsageEffectiveness is null) return "; chips only.";
        return (Counted.HostPowerFactor is { } host ? " x " + Quantity.Ratio(host) + " for hosts" : "")
            + (Counted.PowerUsageEffectiveness is { } pue ? " x " + Quantity.Ratio(pue) + " for the data center" : "") + ".";
    }

    /// <summary>Adds the optimum's interval, in front of a remark; nothing where the law has none.</summary>
    public CommentText AddBetween(CommentText text, Func<AllocationBand, Interval> part) => AddBetween(text, Band, part);

    private static CommentText AddBetween(CommentText text, AllocationBand? known, Func<AllocationBand, Interval> part)
    {
        if (known is not { } band) return text;
        var interval = part(band);
        return text.AddOwn(Quantity.Percent(band.ConfidenceLevel)).Add(" interval ").AddOwn(Quantity.Format(interval.Low)).Add(" to ")
            .AddOwn(Quantity.Format(interval.High)).Add(" (").Add(band.Basis).Add("). ");
    }

    /// <summary>Adds the bands of an estimate's predicted loss, in front of a remark; nothing where the law has
    /// none.</summary>
    public static CommentText AddLossBands(CommentText text, Estimate estimate)
    {
        if (estimate.LossBands is not { CoefficientBand: not null } bands) return text;
        text.Add("Coefficient band ");
        foreach (var (words, number) in bands.IntervalParts()) text.Add(words).AddOwn(number);
        return text.Add(". ");
    }

    /// <summary>What hours were computed from: the peak, the utilization, and whether attention was counted.</summary>
    public string HoursBasis()
    {
        if (Counted.TokensPerSecondPerAccelerator is { } rate)
            return "Training tokens / (" + Quantity.Ratio(rate) + " tokens per second x 3600), as measured.";
        var chip = Counted.Accelerator;
        string attention = Estimate.UtilizationBasis switch
        {
            UtilizationBasis.Attention12 => "attention counted",
            UtilizationBasis.AttentionCausal => "half of the attention counted (causal)",
            _ => "attention not counted",
        };
        string kind = chip is null || Counted.PeakFlopsPerSecond is not null
            ? "declared"
            : "dense " + (Counted.Precision is { } format and not NumericFormat.Unspecified ? format : chip.DefaultPrecision);
        return (chip is null ? "Declared" : chip.Name + ", " + kind) +
            " peak " + Quantity.Scientific(Estimate.PeakFlopsPerSecond ?? 0) + " FLOP/s" +
            ", utilization " + Quantity.Ratio(Counted.Utilization ?? 0) + ", " + attention +
            (chip is { Assumption.Length: > 0 } ? "; " + chip.Assumption : "") + ".";
    }

    /// <summary>"2 bytes a parameter; GB are 1e9."</summary>
    public string WeightParts() => ((double?)Estimate.WeightBytes / Counted.Parameters is { } each
        ? Quantity.Ratio(each) + (each == 1 ? " byte" : " bytes")
        : "") + " a parameter; GB are 1e9.";

    /// <summary>"16 bytes a parameter: weights 2, gradients 2, master weights 4, two Adam moments 8."</summary>
    public void AddStateParts(CommentText text)
    {
        if (Estimate.TrainingState is not { } state || Counted.Parameters is not { } parameters) return;
        text.AddOwn(Each(state.Total));
        string separator = " bytes a parameter: ";
        AddPart("weights ", state.Weights);
        AddPart("gradients ", state.Gradients);
        AddPart("master weights ", state.MasterWeights);
        AddPart(OptimizerState(Counted.Optimizer), state.OptimizerState);
        text.Add(".");

        void AddPart(string name, long bytes)
        {
            if (bytes <= 0) return;
            text.Add(separator).Add(name).AddOwn(Each(bytes));
            separator = ", ";
        }

        string Each(long bytes) => Quantity.Ratio((double)bytes / parameters);
    }

    /// <summary>"Micro-batch 1 x 8,192 tokens, in 16 bit with flash attention, all stored: 36.5 GB in layers, 6.4 GB in
    /// the logits."</summary>
    public string ActivationParts()
    {
        if (Estimate.Activations is not { } all) return "";
        return "Micro-batch " + Quantity.Format(Counted.MicroBatchSequences ?? 0) + " x " + Quantity.Format(Counted.SequenceLength ?? 0)
            + " tokens, in 16 bit with flash attention, all stored: " + Quantity.Ratio(all.Layers / 1e9) + " GB in layers"
            + (all.Logits > 0 ? ", " + Quantity.Ratio(all.Logits / 1e9) + " GB in the last norm and the logits" : "")
            + ". Buffers and fragmentation are additional.";
    }

    private static string OptimizerState(Optimizer? optimizer) => optimizer switch
    {
        Optimizer.Adam => "two Adam moments ",
        Optimizer.Adam8Bit => "two Adam moments of 8 bit ",
        Optimizer.SgdMomentum => "momentum ",
        _ => "Adafactor's factors ",
    };
}
