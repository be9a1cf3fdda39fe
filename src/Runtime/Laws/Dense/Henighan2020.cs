using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>A saturating power law of one variable, L(x) = Irreducible + (Scale/x)^Exponent.</summary>
public readonly record struct SaturatingPower
{
    /// <summary>Makes a power law from its coefficients.</summary>
    /// <param name="irreducible">Nats per token.</param>
    /// <param name="scale">x at which the reducible part is one nat.</param>
    /// <param name="exponent">The positive exponent.</param>
    public SaturatingPower(double irreducible, double scale, double exponent)
    {
        Irreducible = irreducible;
        Scale = scale;
        Exponent = exponent;
    }

    /// <summary>Nats per token.</summary>
    public double Irreducible { get; }

    /// <summary>x at which the reducible part is one nat.</summary>
    public double Scale { get; }

    /// <summary>The positive exponent.</summary>
    public double Exponent { get; }

    internal double At(double x) => Irreducible + ScalarMath.Pow(Scale / x, Exponent);
}

/// <summary>One domain of Henighan et al. 2020, table 1: loss by size, loss by compute, and the optimal size.</summary>
/// <remarks>Non-embedding parameters; compute as published in PF-days, here in FLOPs. Fitted as Kaplan's laws were, so
/// the allocation has their bias.</remarks>
public sealed class HenighanLaw : ScalingLaw, IAllocationLaw
{
    private readonly PowerAllocationLaw _allocation;

    internal HenighanLaw(string domain, string title, SaturatingPower size, SaturatingPower? compute,
        (double Scale, double Exponent)? optimum)
        : base("henighan-2020-" + domain)
    {
        Title = title;
        BySize = size;
        ByCompute = compute;
        HasOptimum = optimum is not null;
        var (scale, exponent) = optimum ?? (1, 0.7);
        _allocation = new PowerAllocationLaw(Id)
        {
            // (C/C0)^beta with C in PF-days.
            Scale = ScalarMath.Pow(1 / (scale * Compute.FlopsPerPetaflopDay), exponent),
            Exponent = exponent,
        };
        Convention = ParameterConvention.NonEmbedding;
        Source = new("Henighan et al.", 2020, "Scaling Laws for Autoregressive Generative Modeling", "2010.14701", "table 1");
        Caution =
            "Kaplan-era fit: the allocation favours too large models; other modalities than text are not comparable with text losses.";
    }

    /// <summary>Loss by non-embedding parameters, converged.</summary>
    public SaturatingPower BySize { get; }

    /// <summary>Loss by training compute in PF-days, at the best size; null where the table combines two
    /// modalities.</summary>
    public SaturatingPower? ByCompute { get; }

    /// <summary>Whether table 1 gives the optimal size for this domain.</summary>
    public bool HasOptimum { get; }

    /// <inheritdoc/>
    public override string Formula => "L(x) = Linf + (x0/x)^alpha for x = N or C in PF-days;  Nopt = (C/C0)^beta";

    /// <inheritdoc/>
    public override IReadOnlyList<LawCoefficient> Coefficients => new LawCoefficient[]
    {
        new("Linf(N)", BySize.Irreducible, "nats per token"), new("N0", BySize.Scale, "parameters"), new("alphaN", BySize.Exponent),
    }.Concat(ByCompute is not { } c ? Array.Empty<LawCoefficient>() : new LawCoefficient[]
    {
        new("Linf(C)", c.Irreducible, "nats per token"), new("C0(L)", c.Scale, "PF-days"), new("alphaC", c.Exponent),
    }).Concat(!HasOptimum ? Array.Empty<LawCoefficient>() : new LawCoefficient[] { new("beta", _allocation.Exponent) }).ToArray();

    /// <summary>The converged loss of a model.</summary>
    /// <param name="parameters">Non-embedding parameters.</param>
    /// <returns>Nats per token of the domain.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    public double ConvergedLoss(double parameters)
    {
        Positive.Require(parameters, nameof(parameters), "parameters");
        return BySize.At(parameters);
    }

    /// <summary>The loss of the best model at a training compute.</summary>
    /// <param name="trainingFlops">Training compute, FLOPs.</param>
    /// <returns>Nats per token of the domain.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite number.</exception>
    /// <exception cref="InvalidOperationException">Table 1 gives no compute law for the domain.</exception>
    public double ComputeLoss(double trainingFlops)
    {
        Positive.Require(trainingFlops, nameof(trainingFlops), "FLOPs");
        if (ByCompute is not { } law) throw new InvalidOperationException(Id + " has no law of compute: table 1 combines text and image.");
        return law.At(trainingFlops / Compute.FlopsPerPetaflopDay);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Table 1 gives no optimal size for the domain.</exception>
    public Allocation Allocate(double trainingFlops) => Optimum.Allocate(trainingFlops);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Table 1 gives no optimal size for the domain.</exception>
    public double TokensFor(double parameters) => Optimum.TokensFor(parameters);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Table 1 gives no optimal size for the domain.</exception>
    public double ParametersFor(double tokens) => Optimum.ParametersFor(tokens);

    private PowerAllocationLaw Optimum => HasOptimum
        ? _allocation
        : throw new InvalidOperationException(Id + " has no optimal size: table 1 combines text and image.");
}
