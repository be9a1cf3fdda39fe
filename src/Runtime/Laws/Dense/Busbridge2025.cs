using System.Collections.Generic;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Laws;

/// <summary>Busbridge et al. 2025: supervised loss L = E + (A/N^alpha + B/D^beta)^gamma, and the loss of a distilled
/// student (eq. 8).</summary>
/// <remarks>Non-embedding parameters; English C4, context 4096. The outer power bends the loss, not the frontier, which
/// is Hoffmann's eq. 4.</remarks>
public sealed class BusbridgeLaw : LossLaw, ILossFrontier
{
    private BusbridgeLaw()
        : base("busbridge-2025")
    {
        Title = "Busbridge, supervised";
        Convention = ParameterConvention.NonEmbedding;
        FittedRange = new() { Parameters = new(1.43e8, 1.26e10), Tokens = new(0, 5.12e11) };
        Source = new("Busbridge et al.", 2025, "Distillation Scaling Laws", "2502.08606", "eq. 8, table 6");
        Caution = "Non-embedding parameters; 73 runs. The table's caption misprints the exponents a and b.";
    }

    /// <summary>The law with the published coefficients.</summary>
    public static BusbridgeLaw Published { get; } = new();

    /// <summary>What the outer power is taken of.</summary>
    internal ChinchillaLaw Inner { get; } = new("busbridge-2025-inner")
    {
        Parameters = new(coefficient: 3355, exponent: 0.408),
        Tokens = new(coefficient: 18186, exponent: 0.431),
    };

    /// <inheritdoc/>
    public override string Formula => "L = E + (A/N^alpha + B/D^beta)^gamma";

    /// <inheritdoc/>
    public override IReadOnlyList<LawCoefficient> Coefficients { get; } = new LawCoefficient[]
    {
        new("E", 1.220, "nats per token") { Confidence = new Interval(1.190, 1.247), ConfidenceLevel = 0.90 },
        new("A", 3355), new("B", 18186), new("alpha", 0.408), new("beta", 0.431), new("gamma", 0.452),
    };

    /// <summary>The loss of a student distilled from a teacher (eq. 8).</summary>
    /// <param name="teacherLoss">The teacher's own loss, nats per token.</param>
    /// <param name="studentParameters">Non-embedding parameters of the student.</param>
    /// <param name="studentTokens">Tokens the student is distilled on.</param>
    /// <returns>Nats per token; may be above the loss of plain training, in which case distillation does not
    /// pay.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public double StudentLoss(double teacherLoss, double studentParameters, double studentTokens)
    {
        Positive.Require(teacherLoss, nameof(teacherLoss), "nats per token");
        double supervised = Loss(studentParameters, studentTokens);
        double capacity = ScalarMath.Pow(teacherLoss / (supervised * 1.315), 1 / 0.090);
        double gap = ScalarMath.Pow(1 + capacity, -522.6 * 0.090);
        double student =
            ScalarMath.Pow((2243 * ScalarMath.Pow(studentParameters, -0.321)) + (24181 * ScalarMath.Pow(studentTokens, -0.637)), 0.764);
        return teacherLoss + (ScalarMath.Pow(teacherLoss, -2.549) * gap * student);
    }

    /// <summary>The cost of distillation, 3F(N_S) D_S + F(N_T) D_S for the teacher's logits + 3F(N_T) D_T for its
    /// training (eq. 29), with F = 2N.</summary>
    /// <param name="studentParameters">Parameters of the student.</param>
    /// <param name="studentTokens">Tokens the student is distilled on.</param>
    /// <param name="teacherParameters">Parameters of the teacher.</param>
    /// <param name="teacherTokens">Tokens to train the teacher on; 0 where it exists already.</param>
    /// <param name="logits">Whether the teacher's logits must be computed.</param>
    /// <returns>FLOPs; attention is not counted.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public static double DistillationFlops(
        double studentParameters, double studentTokens, double teacherParameters, double teacherTokens = 0,
        TeacherLogits logits = TeacherLogits.Computed)
    {
        Positive.Require(studentParameters, nameof(studentParameters), "parameters");
        Positive.Require(studentTokens, nameof(studentTokens), "tokens");
        Positive.Require(teacherParameters, nameof(teacherParameters), "parameters");
        Positive.RequireNotNegative(teacherTokens, nameof(teacherTokens), "tokens");
        return (6 * studentParameters * studentTokens)
            + (logits == TeacherLogits.Computed ? 2 * teacherParameters * studentTokens : 0)
            + (6 * teacherParameters * teacherTokens);
    }

    /// <inheritdoc/>
    public Allocation Allocate(double trainingFlops) => Inner.Allocate(trainingFlops);

    /// <inheritdoc/>
    public double TokensFor(double parameters) => Inner.TokensFor(parameters);

    /// <inheritdoc/>
    public double ParametersFor(double tokens) => Inner.ParametersFor(tokens);

    /// <inheritdoc/>
    public double OptimalLoss(double trainingFlops) => 1.220 + ScalarMath.Pow(Inner.OptimalLoss(trainingFlops), 0.452);

    /// <inheritdoc/>
    public double TrainingFlopsFor(double loss)
    {
        Positive.Require(loss, nameof(loss), "nats per token");
        return loss <= 1.220 ? double.PositiveInfinity : Inner.TrainingFlopsFor(InnerLoss(loss));
    }

    /// <summary>The sum of both terms at a loss; 0 where no run reaches it.</summary>
    internal double InnerLoss(double loss) => loss <= 1.220 ? 0 : ScalarMath.Pow(loss - 1.220, 1 / 0.452);

    private protected override double Surface(double parameters, double tokens) =>
        1.220 + ScalarMath.Pow(Inner.Loss(parameters, tokens), 0.452);
}
