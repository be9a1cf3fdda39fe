using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Planning;

/// <summary>Learning rate, batch and critical batch of a run, by every law that gives them.</summary>
/// <remarks>
/// Batches at a loss (Kaplan, MiniCPM) are read at the loss that Kaplan's joint law predicts for the run. Parameters
/// should be non-embedding, as these laws count.
/// </remarks>
public sealed class HyperparameterPlan
{
    private static readonly Interval KaplanLearningRates = new(1, 1e10);

    private IReadOnlyList<LawSuggestion>? _criticalBatches;

    private HyperparameterPlan(double parameters, double tokens)
    {
        Parameters = parameters;
        Tokens = tokens;
        LearningRates = Suggestions<ILearningRateLaw>(
            KaplanLearningRates.Contains(parameters)
                ? new ScalingLaw[] { DeepSeekLaw.Published, StepLaw.Published, PorianHyperparameters.Published, KaplanLaw.Published }
                : new ScalingLaw[] { DeepSeekLaw.Published, StepLaw.Published, PorianHyperparameters.Published },
            law => law.LearningRate(parameters, tokens));
        BatchTokens = Suggestions<IBatchSizeLaw>(
            new ScalingLaw[] { DeepSeekLaw.Published, StepLaw.Published, PorianHyperparameters.Published },
            law => law.BatchTokens(parameters, tokens));
    }

    /// <summary>Non-embedding parameters of the run.</summary>
    public double Parameters { get; }

    /// <summary>Training tokens of the run.</summary>
    public double Tokens { get; }

    /// <summary>Training compute, 6 * parameters * tokens, FLOPs.</summary>
    public double TrainingFlops => 6 * Parameters * Tokens;

    /// <summary>Peak learning rates for Adam-family optimisers: DeepSeek, Step Law, Porian, and Kaplan up to 1e10
    /// parameters.</summary>
    public IReadOnlyList<LawSuggestion> LearningRates { get; }

    /// <summary>Best global batches, tokens: DeepSeek, Step Law, Porian.</summary>
    public IReadOnlyList<LawSuggestion> BatchTokens { get; }

    /// <summary>Critical batches at the end of the run, tokens: by its loss (Kaplan, MiniCPM) and by its tokens
    /// (Zhang).</summary>
    public IReadOnlyList<LawSuggestion> CriticalBatchTokens => _criticalBatches ??= CriticalBatches();

    /// <summary>The largest batch that any law gives, best or critical, with the law's own value, not its
    /// band.</summary>
    public LawSuggestion LargestBatch => BatchTokens.Concat(CriticalBatchTokens).OrderByDescending(s => s.Suggestion.Value).First();

    /// <summary>The suggestions for a run.</summary>
    /// <param name="parameters">Non-embedding parameters (active ones of a mixture).</param>
    /// <param name="tokens">Training tokens.</param>
    /// <returns>Every law's suggestion.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public static HyperparameterPlan For(double parameters, double tokens)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        Positive.Require(tokens, nameof(tokens), "tokens");
        return new(parameters, tokens);
    }

    /// <summary>Weight decays of AdamW by Power Lines, one for each law with a learning rate and a batch.</summary>
    /// <param name="parameters">All parameters of a dense model; the law was not fitted on mixtures of experts.</param>
    /// <returns>The suggestions: of DeepSeek, Step Law and Porian.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public IReadOnlyList<WeightDecaySuggestion> WeightDecays(double parameters)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        return LearningRates.SelectMany(rate => BatchTokens.Where(batch => batch.Law == rate.Law)
            .Select(batch => WeightDecaySuggestion.Of(parameters, Tokens, rate, batch))).ToArray();
    }

    /// <summary>On which side of the bands of both DeepSeek and Step Law a learning rate lies.</summary>
    /// <param name="learningRate">The peak learning rate.</param>
    /// <returns>Above or below only where both laws agree.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public BandSide SideOfLearningRateBands(double learningRate)
    {
        Positive.Require(learningRate, nameof(learningRate), "a learning rate");
        var bands = LearningRates.Where(s => s.Law is DeepSeekLaw or StepLaw).Select(s => s.Suggestion.Band).ToArray();
        return bands.All(band => learningRate > band.High) ? BandSide.Above
            : bands.All(band => learningRate < band.Low) ? BandSide.Below
            : BandSide.Inside;
    }

    /// <summary>Optimiser steps of the run at a batch.</summary>
    /// <param name="batchTokens">Tokens per step.</param>
    /// <returns>Steps, not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public double StepsAt(double batchTokens)
    {
        Positive.Require(batchTokens, nameof(batchTokens), "tokens");
        return Tokens / batchTokens;
    }

    /// <summary>The run, and the learning rate by every law.</summary>
    public override string ToString() => new Allocation(Parameters, Tokens) + "; learning rate "
        + string.Join(", ", LearningRates.Select(s => Quantity.Format(s.Suggestion.Value) + " by " + s.Law.Id));

    private LawSuggestion[] CriticalBatches()
    {
        double loss = KaplanLaw.Published.Loss(Parameters, Tokens);
        var byData = ZhangCriticalBatchLaw.Published;
        return Suggestions<ICriticalBatchLaw>(
                new ScalingLaw[] { KaplanLaw.Published, MiniCpmBatchLaw.Published },
                law => BandedValue.Within(law.CriticalBatchTokens(loss), 1, 1))
            .Append(new LawSuggestion(byData, BandedValue.Within(byData.CriticalBatchTokens(Tokens), 1, 1), OrdersOutside(byData)))
            .ToArray();
    }

    private IReadOnlyList<LawSuggestion> Suggestions<T>(IEnumerable<ScalingLaw> laws, Func<T, BandedValue> suggest) => Array.AsReadOnly(laws
        .Select(law => new LawSuggestion(law, suggest((T)(object)law), OrdersOutside(law)))
        .ToArray());

    private double OrdersOutside(ScalingLaw law) => law is DeepSeekLaw
        ? Math.Abs(DeepSeekLaw.HyperparameterRange.OrdersOutside(TrainingFlops))
        : law.FittedRange.OrdersOutside(Parameters, Tokens);
}
