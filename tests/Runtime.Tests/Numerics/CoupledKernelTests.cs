using System;
using System.Linq;
using System.Runtime.InteropServices;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Tests;

/// <summary>The coupled surface over arrays, on every instruction path.</summary>
public class CoupledKernelTests
{
    private const double Bound = 4e-15;

    public static TheoryData<string> Paths => new(Enum.GetNames<InstructionPath>());

    private static (double[] N, double[] D) Runs(int count)
    {
        var random = new Random(11);
        return (Enumerable.Range(0, count).Select(_ => Math.Pow(10, 18 * random.NextDouble())).ToArray(),
            Enumerable.Range(0, count).Select(_ => Math.Pow(10, 20 * random.NextDouble())).ToArray());
    }

    // The formula one run at a time, by the scalar law.
    [Theory]
    [MemberData(nameof(Paths))]
    public void Losses_are_those_of_single_runs(string name)
    {
        var path = Forced(name);
        CoupledLaw[] laws =
        [
            Of(0.5, 1.3e4, 0.9, 8e5, 1.0, 0.3),
            Of(0, 400, 0.34, 410, 0.28, 1),
            Of(1e-9, 1e-3, 0.01, 7e11, 2, 0.05),
            Of(0, 1e-30, 1.2, 1e-33, 0.7, 0.9), // sums beyond the tables of powers
            Of(1.2, 3e4, 0, 3e4, 0, 0.6),      // both terms equal at every run
            Of(0.5, 1.3e4, 0.9, 8e5, 1.0, 1.7),
        ];
        foreach (var law in laws)
        {
            var (n, d) = Runs(203);
            double[] losses = new double[n.Length];
            new CoupledSurface(law).Loss(n, d, losses, ArrayThreads.One, path);
            for (int i = 0; i < n.Length; i++)
            {
                double expected = law.Loss(n[i], d[i]);
                double error = Math.Abs((losses[i] / expected) - 1);
                Assert.True(error <= Bound, $"k {law.Coupling}, L({n[i]:R}, {d[i]:R}): {error:E2}");
            }
        }
    }

    // The three powers taken together: at the edges of their tables, at sizes below one, and where a sum has no place.
    [Theory]
    [MemberData(nameof(Paths))]
    public void Losses_at_the_edges_of_the_tables_are_those_of_single_runs(string name)
    {
        var path = Forced(name);
        CoupledLaw[] laws =
        [
            Of(0.5, 1.3e4, 0.9, 8e5, 1.0, 0.3),
            Of(0, 1e-19, 0.4, 1e-19, 0.05, 1),    // the smallest coefficients
            Of(0, 1e99, 0.7, 1e99, 1.25, 0.01),   // the largest
            Of(0, 1e3, 1.25, 1e3, 1.25, 0.5),     // sums that may lie below the tables
            Of(0, 1, 0, 1e-18, 1.25, 0.999),      // a term that vanishes
        ];
        double[] edges = [.. new[] { -129, -128, -127, -64, -1, 0, 1, 64, 127, 128, 129 }.SelectMany(
            k => new[] { -2, -1, 0, 1 }.Select(by => Math.ScaleB(1 + (by * 1.2e-16), k)))];
        foreach (var law in laws)
        {
            var surface = new CoupledSurface(law);
            double[] losses = new double[8];
            foreach (double n in edges)
            {
                foreach (double d in edges)
                {
                    surface.Loss(Enumerable.Repeat(n, 8).ToArray(), Enumerable.Repeat(d, 8).ToArray(), losses, ArrayThreads.One, path);
                    double expected = law.Level + ScalarMath.Pow(law.Parameters.At(n) + law.Tokens.At(d), law.Coupling);
                    foreach (double loss in losses)
                    {
                        double error = Math.Abs((loss / expected) - 1);
                        Assert.True(error <= Bound, $"k {law.Coupling}, L({n:R}, {d:R}): {error:E2}");
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_bad_run_at_any_place_leaves_the_others(string name)
    {
        var path = Forced(name);
        var law = Of(0.5, 1.3e4, 0.9, 8e5, 1.0, 0.3);
        var surface = new CoupledSurface(law);
        var (n, d) = Runs(61);
        double[] clean = new double[61], mixed = new double[61];
        surface.Loss(n, d, clean, ArrayThreads.One, path);
        for (int bad = 0; bad < 61; bad++)
        {
            double[] sizes = [.. n];
            sizes[bad] = -1;
            surface.Loss(sizes, d, mixed, ArrayThreads.One, path);
            for (int i = 0; i < 61; i++)
            {
                if (i == bad) Assert.True(double.IsNaN(mixed[i]));
                else Assert.True(Math.Abs((mixed[i] / clean[i]) - 1) <= Bound);
            }
        }
    }

    [Fact]
    public void Every_length_and_the_source_as_destination_give_the_same()
    {
        var law = Of(0.5, 1.3e4, 0.9, 8e5, 1.0, 0.3);
        var (n, d) = Runs(40);
        for (int length = 0; length <= 40; length++)
        {
            double[] losses = new double[40], inPlace = [.. n];
            law.Loss(n.AsSpan(0, length), d.AsSpan(0, length), losses);
            law.Loss(inPlace.AsSpan(0, length), d.AsSpan(0, length), inPlace);
            Assert.Equal(losses[..length], inPlace[..length]);
            Assert.All(losses[length..], loss => Assert.Equal(0, loss));
            for (int i = 0; i < length; i++) Assert.Equal(1, losses[i] / law.Loss(n[i], d[i]), Bound);
        }
    }

    // Stores past the caches change no digit, at whatever place in memory a row begins.
    [Theory]
    [MemberData(nameof(Paths))]
    public void A_grid_stored_past_the_caches_has_the_same_digits(string name)
    {
        var path = Forced(name);
        var (n, d) = Runs(29);
        double[] cached = new double[29 * 29], past = new double[(29 * 29) + 3];
        OuterSum.Fill(1.7, n, d, cached, path);
        for (int start = 0; start < 3; start++)
        {
            OuterSum.Fill(1.7, n, d, past.AsSpan(start, 29 * 29), path, pastCaches: true);
            Assert.Equal(cached, past[start..(start + (29 * 29))]);
        }
    }

    // An aligned store to such memory would end the process.
    [Theory]
    [MemberData(nameof(Paths))]
    public void A_grid_may_lie_in_memory_that_begins_inside_a_number(string name)
    {
        var path = Forced(name);
        var (n, d) = Runs(29);
        double[] cached = new double[29 * 29];
        OuterSum.Fill(1.7, n, d, cached, path);
        byte[] bytes = new byte[(29 * 29 * sizeof(double)) + 4];
        var past = MemoryMarshal.Cast<byte, double>(bytes.AsSpan(4));
        OuterSum.Fill(1.7, n, d, past, path, pastCaches: true);
        Assert.Equal(cached, past.ToArray());
    }

    private static CoupledLaw Of(double level, double a, double alpha, double b, double beta, double k) =>
        new("test") { Level = level, Parameters = new(a, alpha), Tokens = new(b, beta), Coupling = k };

    private static InstructionPath Forced(string name)
    {
        var path = Enum.Parse<InstructionPath>(name);
        Assert.SkipUnless(InstructionPaths.IsSupported(path), name + " is not on this machine");
        return path;
    }
}
