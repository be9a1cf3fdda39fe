using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Fitting;

namespace ScalingAnalyzers.Benchmarks;

/// <summary>The law that runs are drawn from.</summary>
internal enum SweepTruth
{
    /// <summary>Besiroglu et al. 2024.</summary>
    Additive,

    /// <summary>k = 0.3, in the region that Videau et al. 2026 report.</summary>
    Coupled,

    /// <summary>In neither form: Li et al. 2025 (Farseer, arXiv:2506.10972), coefficients recalled.</summary>
    Neither,
}

/// <summary>How runs scatter about the law.</summary>
internal enum SweepNoise
{
    /// <summary>Normal, 0.5 %.</summary>
    Normal,

    /// <summary>Student's t with three degrees of freedom times 0.4 %.</summary>
    Heavy,

    /// <summary>Checkpoints: 0.4 % that those of one training run share, 0.3 % of each.</summary>
    Grouped,
}

/// <summary>Sweeps of one design from one law: sizes from 50M to 2B, 5 to 200 tokens per parameter.</summary>
internal sealed class SimulatedSweep
{
    private const double Smallest = 5e7;
    private const double Sizes = 40;
    private readonly double[] _parameters;
    private readonly double[] _tokens;
    private readonly int[] _groups;

    public SimulatedSweep(SweepTruth truth, SweepNoise noise, int runs)
    {
        (Truth, Noise, Runs) = (truth, noise, runs);
        (_parameters, _tokens, _groups) = (new double[runs], new double[runs], new int[runs]);
        int sizes = runs == 20 ? 5 : runs == 60 ? 6 : 8;
        if (noise == SweepNoise.Grouped) Checkpoints(sizes, runs == 20 ? 10 : runs == 60 ? 12 : 24);
        else Grid(sizes);
        double most = Flops().Max(), middle = Math.Exp(Flops().Average(Math.Log));
        Places = new[] { middle, 10 * most, 100 * most }.Select(c => (Math.Sqrt(c / 6 / 20), Math.Sqrt(c / 6 * 20))).ToArray();
    }

    public SweepTruth Truth { get; }

    public SweepNoise Noise { get; }

    public int Runs { get; }

    /// <summary>The form of the truth; null where it has neither.</summary>
    public SurfaceForm? Form => Truth switch
    {
        SweepTruth.Additive => SurfaceForm.Additive,
        SweepTruth.Coupled => SurfaceForm.Coupled,
        _ => null,
    };

    /// <summary>Runs at 20 tokens per parameter with the sweep's middle compute, and ten and a hundred times its
    /// largest.</summary>
    public IReadOnlyList<(double Parameters, double Tokens)> Places { get; }

    public double Loss(double parameters, double tokens)
    {
        double n = Math.Log(parameters), d = Math.Log(tokens);
        return Truth switch
        {
            SweepTruth.Additive => 1.8172 + (482.01 * Math.Exp(-0.3478 * n)) + (2085.43 * Math.Exp(-0.3658 * d)),
            SweepTruth.Coupled => 1.2 + Math.Pow(Math.Exp((2.9 - (0.20 * n)) / 0.3) + Math.Exp((3.0 - (0.18 * d)) / 0.3), 0.3),
            _ => Math.Exp((-0.021 * Math.Pow(parameters, 0.169)) - 0.091)
                + Math.Exp((88.01 * Math.Pow(parameters, -0.1)) - 6.287 - (d * Math.Exp((-0.124 * Math.Pow(parameters, 0.123)) + 0.424))),
        };
    }

    /// <summary>One sweep; the same number gives the same runs.</summary>
    public SweepRun[] Draw(int replicate)
    {
        var random = new Random((replicate * 7919) + Runs);
        double[] shared = Enumerable.Range(0, Runs).Select(_ => Normal(random)).ToArray();
        return Enumerable.Range(0, Runs)
            .Select(i => new SweepRun(
                _parameters[i], _tokens[i], Loss(_parameters[i], _tokens[i]) * Math.Exp(Scatter(random, shared[_groups[i]])))
            {
                Group = Noise == SweepNoise.Grouped ? "run " + _groups[i] : null,
            })
            .ToArray();
    }

    /// <summary>The loss of one future run of its own, by the law and with its scatter.</summary>
    public double Future(int replicate, double parameters, double tokens)
    {
        var random = new Random((replicate * 104729) + Runs + 1);
        double shared = Normal(random);
        return Loss(parameters, tokens) * Math.Exp(Scatter(random, shared));
    }

    public override string ToString() => $"{Truth} {Noise} {Runs}";

    private double Scatter(Random random, double shared) => Noise switch
    {
        SweepNoise.Normal => 0.005 * Normal(random),
        SweepNoise.Heavy => 0.004 * Normal(random) / Math.Sqrt((Square(random) + Square(random) + Square(random)) / 3),
        _ => (0.004 * shared) + (0.003 * Normal(random)),
    };

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double Square(Random random) => Math.Pow(Normal(random), 2);

    private double[] Flops() => _parameters.Zip(_tokens, (n, d) => 6 * n * d).ToArray();

    private void Grid(int sizes)
    {
        int each = Runs / sizes;
        for (int i = 0; i < Runs; i++)
        {
            _parameters[i] = Smallest * Math.Pow(Sizes, (double)(i / each) / (sizes - 1));
            _tokens[i] = _parameters[i] * 5 * Math.Pow(40, (double)(i % each) / (each - 1));
        }
    }

    // Training runs to 40 or to 160 tokens per parameter, their checkpoints evenly in the logarithm from a twentieth
    // on.
    private void Checkpoints(int sizes, int trainings)
    {
        int each = Runs / trainings;
        for (int i = 0; i < Runs; i++)
        {
            int training = i / each;
            _groups[i] = training;
            _parameters[i] = Smallest * Math.Pow(Sizes, (double)(training % sizes) / (sizes - 1));
            double longest = training / sizes % 2 == 0 ? 160 : 40;
            _tokens[i] = _parameters[i] * longest * Math.Pow(0.05, 1 - (((i % each) + 1.0) / each));
        }
    }
}
