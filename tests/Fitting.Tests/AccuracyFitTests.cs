using System;
using System.Linq;
using ScalingAnalyzers.Fitting;

namespace ScalingAnalyzers.Tests;

/// <summary>Accuracy from loss.</summary>
public class AccuracyFitTests
{
    // HellaSwag of the OLMo 2 ladder (5-shot, length-normalised) over bits per byte of the right answer: the 25 runs
    // without reruns; Bhagia et al. 2024, allenai/OLMo-ladder, as in OlmoLadder.
    private static readonly (double Loss, double Accuracy)[] HellaSwag =
    [
        (1.03279, .28002), (.98005, .30522), (.94283, .32016), (.91132, .35272), (.89481, .37134),
        (.95722, .31229), (.91702, .35023), (.88189, .38817), (.85312, .43607), (.83621, .46843),
        (.89423, .36656), (.85919, .41924), (.83334, .46953), (.80170, .53226), (.79099, .56871),
        (.85345, .42840), (.81750, .49642), (.79269, .55377), (.76954, .61322), (.75870, .64499),
        (.80038, .53326), (.77051, .60257), (.74869, .66072), (.73119, .71171), (.71827, .73113),
    ];

    private static AccuracyFit Fit(double? chance = null) =>
        AccuracyFit.Fit(HellaSwag.Select(x => x.Loss).ToArray(), HellaSwag.Select(x => x.Accuracy).ToArray(), chance);

    // The facts' table: the sigmoid gives .826 and .848, the exponential .928 and .989; observed were .813 and .834.
    [Theory]
    [InlineData(0.67319, 0.813, 0.826, 0.928)]
    [InlineData(0.65994, 0.834, 0.848, 0.989)]
    public void Both_forms_stand_side_by_side_with_their_spread(double loss, double observed, double sigmoid, double exponential)
    {
        var prediction = Fit().Predict(loss);

        Assert.Equal(sigmoid, prediction.Sigmoid, 0.002);
        Assert.Equal(exponential, prediction.Exponential, 0.002);
        Assert.Equal(exponential - sigmoid, prediction.Spread, 0.003);
        Assert.True(prediction.Envelope.Contains(observed), prediction.ToString());
        Assert.Equal(FitWarningKind.BeyondRuns, Assert.Single(prediction.Warnings).Kind);
        Assert.InRange(prediction.Beyond, 0.1, 0.2);
    }

    [Fact]
    public void Within_the_models_the_forms_agree() => Assert.Empty(Fit(0.25).Predict(0.8).Warnings);

    [Fact]
    public void A_sigmoid_without_noise_is_found()
    {
        double[] losses = Enumerable.Range(0, 12).Select(i => 0.6 + (0.05 * i)).ToArray();
        double[] accuracies = losses.Select(l => 0.25 + (0.7 / (1 + Math.Exp(9 * (l - 0.8))))).ToArray();

        Assert.Equal(0.25 + (0.7 / (1 + Math.Exp(9 * (0.5 - 0.8)))), AccuracyFit.Fit(losses, accuracies).Predict(0.5).Sigmoid, 1e-4);
    }
}
