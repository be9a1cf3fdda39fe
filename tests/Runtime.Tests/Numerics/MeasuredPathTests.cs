using System;
using System.Linq;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Tests;

public class MeasuredPathTests
{
    [Theory]
    [InlineData(100, 101, nameof(InstructionPath.Vector512))]
    [InlineData(100, 100, nameof(InstructionPath.Vector512))]
    [InlineData(100, 96, nameof(InstructionPath.Vector512))]  // within the scatter
    [InlineData(100, 94, nameof(InstructionPath.Vector256))]
    [InlineData(200, 100, nameof(InstructionPath.Vector256))]
    public void The_narrow_width_is_chosen_where_it_is_clearly_faster(long wide, long narrow, string expected) =>
        Assert.Equal(expected, MeasuredPath.Chosen(wide, narrow).ToString());

    [Fact]
    public void Short_arrays_are_not_timed() =>
        Assert.Equal(InstructionPaths.Best, MeasuredPath.For(MeasuredPath.FewestPairs - 1));

    [Fact]
    public void A_long_array_has_the_digits_of_its_pieces()
    {
        const int Piece = 10_000;
        double[] n = [.. Enumerable.Range(0, MeasuredPath.FewestPairs).Select(i => 1e6 + (997.0 * i))];
        double[] d = [.. n.Select(parameters => 3e16 / parameters)];
        double[] whole = new double[n.Length], pieces = new double[n.Length];
        LawCatalog.Default.Loss(n, d, whole);
        for (int start = 0; start < n.Length; start += Piece)
            LawCatalog.Default.Loss(n.AsSpan(start, Piece), d.AsSpan(start, Piece), pieces.AsSpan(start, Piece));
        Assert.Equal(pieces, whole);
    }

    // Which width is faster must not decide about the last digit.
    [Fact]
    public void Both_widths_have_the_same_digits()
    {
        Assert.SkipUnless(InstructionPaths.IsSupported(InstructionPath.Vector256), "AVX2 is not on this machine");
        Assert.SkipUnless(InstructionPaths.IsSupported(InstructionPath.Vector512), "AVX-512 is not on this machine");
        var generator = new Random(2026);
        double[] n = Sizes(), d = Sizes(), wide = new double[n.Length], narrow = new double[n.Length];
        LossKernel.Pairs(1.8172, new(482.01, -0.3478), new(2085.43, -0.3658), n, d, wide, InstructionPath.Vector512);
        LossKernel.Pairs(1.8172, new(482.01, -0.3478), new(2085.43, -0.3658), n, d, narrow, InstructionPath.Vector256);
        for (int i = 0; i < n.Length; i++)
            Assert.Equal(BitConverter.DoubleToInt64Bits(wide[i]), BitConverter.DoubleToInt64Bits(narrow[i]));

        double[] Sizes() => [.. Enumerable.Range(0, 100_003).Select(i => i % 1_001 == 0
            ? new[] { 0, -1, double.NaN, double.PositiveInfinity, 1e-300, 1e300 }[i / 1_001 % 6]
            : Math.Exp(generator.NextDouble() * 40))];
    }
}
