using System;
using System.Text;
using ScalingAnalyzers;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Planning;

namespace Runtime.Tests.Laws;

/// <summary>The sections on repeats under the law in use and on the bands of a loss.</summary>
internal static partial class LawDocument
{
    private static void RepeatedUnderTheLaw(StringBuilder text)
    {
        text.Append(
            """
            ## Repeated data under the law in use

            `UniqueTokens` changes a loss only by what repeats cost. This is our composition of the law in use with two
            constants of Muennighoff et al. 2023, R_D* and R_N*; no paper has fitted it. `Law = "muennighoff-2023"` gives that
            law as published.

            With U unique tokens and D tokens trained on: for D up to U the loss is the law's own, to the last bit. Beyond, it
            is L(rho N, D'), with

                S(x; b, R) = b (1 + R (1 - exp(-(x/b - 1)/R)))  for x over b, else x
                D'  = S(D; U, R_D*)
                rho = S(N; N_opt(U), R_N*) / S(N; N_opt(D), R_N*)

            where N_opt is the optimum of the law in use. At D = U it is continuous: D' = D and rho = 1. Tokens that came
            before the run (`PriorTokens`) were new when they came, so they count as unique. A law without a loss surface of
            two terms (`kaplan-2020`, `tokens-per-parameter`) predicts no loss for repeats, and its optimum ignores them.

            How many optima a compute has: while the law's own optimum needs at most U tokens it is the only one, because rho
            and D'/D are at most 1. Beyond, there is at most one among models up to N_opt(D): rho N is S(N; N_opt(U)) there, and
            the slope of the loss at fixed compute has the sign of f(N) - g(D), where f falls in N and g falls in D. Among
            larger models another is possible, because rho does not fall below N_opt(U) / N_opt(D) however large the model is:
            under besiroglu-2024 and 10B unique tokens, 1e22 FLOPs have optima at 3.3 epochs (a loss of 2.2601) and at 29.8
            epochs (2.2535). The lower one is the optimum. So where the smaller model would need about 35 epochs, the optimum
            jumps to 3.5 epochs of a model about 35 times as large as N_opt(D); such a model is far outside every fit.
            `RepeatedDataLaw.Allocate` gives the lower one; estimates, and with them warnings, fixes and constants, keep to
            models up to N_opt(D) (tested up to 100 epochs of the law's own optimum), and SCALE201 warns of the repeats. An optimum
            of more epochs than SCALE201 accepts, or of more than about 40, is named with its epochs and is no advice: no fix
            offers it. Beyond 40 epochs repeats add almost nothing, and no law here models a loss that rises from too many.
            For no law of the catalogue a search found a third
            optimum. For a size between both sides of the jump, the tokens are those of the optimum whose loss is nearer to the
            lowest; for tokens, the size is the smaller one.

            The best run under besiroglu-2024 when only so many tokens are unique:

            | compute | unique tokens | parameters | tokens | epochs | loss | loss if all were new |
            |---|---|---|---|---|---|---|

            """);
        var plain = (ILossFrontier)LawCatalog.Default;
        foreach (var (flops, unique) in new[] { (1e22, 2.5e10), (1e22, 1e10), (1e23, 1e10), (5.76e23, 1e11), (5.76e23, 3e11) })
        {
            var law = (RepeatedDataLaw)RepeatedDataLaw.Of(LawCatalog.Default, unique);
            var best = law.Allocate(flops);
            text.Append(Row(
                Quantity.Scientific(flops), Quantity.Format(unique), Quantity.Format(best.Parameters), Quantity.Format(best.Tokens),
                Quantity.Format(Math.Max(1, best.Tokens / unique)), Loss(law.OptimalLoss(flops)), Loss(plain.OptimalLoss(flops))));
        }

        text.Append('\n');
    }

    private static void Bands(StringBuilder text)
    {
        text.Append(
            """
            ## How sure a loss is

            Three bands, each of its own cause. They are never merged.

            - The **coefficient band**: the coefficients may be off, the form of the law and its data are taken as true.
            - The **single-run band**: the coefficient band and the scatter of single runs about the law, as independent errors.
            - The **spread of laws**: from the lowest to the highest loss of the laws on the same data.

            For besiroglu-2024 the first two come from our bootstrap of the 240 points that it was fitted to: 20,000 resamples,
            refitted in the logarithms of E, A and B, of which 1000 are shipped (`build/WriteBesirogluDraws.cs` chooses and
            writes them). The bands are percentiles, which are skewed; ours differ by at most 0.001 from those of all resamples.
            Single runs scatter by 0.48 % of their loss (one standard deviation, from the median of the residuals).

            | run | loss | coefficient band (95%) | scatter of runs (95%) | single-run band (95%) | spread of laws |
            |---|---|---|---|---|---|

            """);
        foreach (var (n, d) in new[] { (1e9, 2e10), (7e9, 2e12), (70e9, 2e11), (70e9, 1.4e12), (175e9, 3e11), (405e9, 15.6e12) })
        {
            var bands = new TrainingRun { Parameters = (long)n, TrainingTokens = (long)d }.Estimate().LossBands!;
            text.Append(Row(
                $"{Quantity.Format(n)} on {Quantity.Format(d)}", Loss(bands.Loss), Between(bands.CoefficientBand),
                "+-" + Loss(bands.RunScatter), Between(bands.SingleRunBand), Between(bands.SpreadOfLaws)));
        }

        text.Append("\nA comparison takes the interval of the difference, by the same draws for both runs: errors that they share "
            + "cancel.\nWhere it contains zero, the law cannot tell them apart.\n\n");
        foreach (var (first, second) in new[] { ((7e9, 2e12), (70e9, 2e11)), ((8e9, 15e12), (70e9, 1.4e12)) })
            text.Append($"- {Comparison.Of(Sized(first), Sized(second))}\n");
        text.Append('\n');

        static TrainingRun Sized((double Parameters, double Tokens) run) =>
            new() { Parameters = (long)run.Parameters, TrainingTokens = (long)run.Tokens };

        static string Between(Interval? band) => band is { } known ? Loss(known.Low) + " to " + Loss(known.High) : "";
    }
}
