using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>A saturating power law of one variable, L(x) = Irreducible + (Scale/x)^Exponent.</summary>
/// <param name="Irreducible">Nats per token.</param>
/// <param name="Scale">x at which the reducible part is one nat.</param>
/// <param name="Exponent">The positive exponent.</param>
public readonly record struct SaturatingPower(double Irreducible, double Scale, double Exponent)
{
    internal double At(double x) => Irreducible + ScalarMath.Pow(Scale / x, Exponent);
}

/// <summary>One domain of Henighan et al. 2020, table 1: loss by size, loss by compute, and the optimal size.</summary>
/// <remarks>Non-embedding parameters; compute as published in PF-days, here in FLOPs. Fitted as Kaplan's laws were, so the allocation has their bias.</remarks>
public sealed class HenighanLaw : ScalingLaw, IAllocationLaw
{
    private readonly PowerAllocationLaw _allocation;

    internal HenighanLaw(string domain, string title, SaturatingPower size, SaturatingPower? compute, (double Scale, double Exponent)? optimum)
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
        Caution = "Kaplan-era fit: the allocation favours too large models; other modalities than text are not comparable with text losses.";
    }

    /// <summary>Loss by non-embedding parameters, converged.</summary>
    public SaturatingPower BySize { get; }

    /// <summary>Loss by training compute in PF-days, at the best size; null where the table combines two modalities.</summary>
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

/// <summary>The domains of Henighan et al. 2020, table 1.</summary>
public static class Henighan2020
{
    /// <summary>Text.</summary>
    public static HenighanLaw Language { get; } = new("language", "language", new(0, 1.47e14, 0.070), new(0, 3.47e8, 0.048), (3.3e-13, 0.73));

    /// <summary>All twelve rows of table 1.</summary>
    public static IReadOnlyList<HenighanLaw> Domains { get; } = Array.AsReadOnly(new[]
    {
        Language,
        new("image-8x8", "image 8x8", new(3.12, 8.0e1, 0.24), new(3.13, 1.8e-8, 0.19), (5.3e-14, 0.64)),
        new("image-16x16", "image 16x16", new(2.64, 2.8e2, 0.22), new(2.64, 1.6e-8, 0.16), (4.8e-12, 0.75)),
        new("image-32x32", "image 32x32", new(2.20, 6.3e1, 0.13), new(2.21, 3.6e-9, 0.1), (1.6e-13, 0.65)),
        new("image-vq-16x16", "image VQ 16x16", new(3.99, 2.7e4, 0.13), new(4.09, 6.1e-7, 0.11), (6.2e-14, 0.64)),
        new("image-vq-32x32", "image VQ 32x32", new(3.07, 1.9e4, 0.14), new(3.17, 2.6e-6, 0.12), (9.4e-13, 0.7)),
        new("text-to-image-text", "text to image, text part", new(0, 5.6e8, 0.037), null, null),
        new("text-to-image-image", "text to image, image part", new(2.0, 5.1e3, 0.16), new(1.93, 1.5e-6, 0.15), (9.4e-13, 0.7)),
        new("image-to-text-text", "image to text, text part", new(0, 7.0e8, 0.039), null, null),
        new("image-to-text-image", "image to text, image part", new(2.0, 5.5e3, 0.15), new(1.97, 1.5e-6, 0.16), (3.3e-12, 0.72)),
        new("video-vq", "video VQ 16x16x16", new(1.01, 3.7e4, 0.24), new(0.95, 2.2e-5, 0.14), (1.13e-12, 0.71)),
        new HenighanLaw("math", "mathematics, extrapolated", new(0.28, 1.1e4, 0.16), new(0.14, 1.4e-5, 0.17), (2.3e-12, 0.69)),
    });
}
