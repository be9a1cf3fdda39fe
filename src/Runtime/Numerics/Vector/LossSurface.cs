#if NET8_0_OR_GREATER
using System;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Numerics;

/// <summary>Chinchilla's surface and its frontier over arrays, made ready once.</summary>
internal sealed class LossSurface
{
    private readonly double _irreducible;
    private readonly PowerLaw _parameters;
    private readonly PowerLaw _tokens;
    private readonly ChinchillaLaw _law;
    private Frontier? _frontier;

    public LossSurface(ChinchillaLaw law)
    {
        _law = law;
        _irreducible = law.Irreducible;
        _parameters = new PowerLaw(law.Parameters.Coefficient, -law.Parameters.Exponent);
        _tokens = new PowerLaw(law.Tokens.Coefficient, -law.Tokens.Exponent);
    }

    // Made when first asked for: fits ask for losses only.
    private Frontier Optimum => _frontier ??= new Frontier(_law);

    public unsafe void Loss(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination, ArrayThreads threads,
        InstructionPath path)
    {
        if (!ParallelBlocks.Pays(parameters.Length, threads))
        {
            LossKernel.Pairs(_irreducible, _parameters, _tokens, parameters, tokens, destination, path);
            return;
        }

        fixed (double* n = parameters, d = tokens, loss = destination)
        {
            nint pn = (nint)n, pd = (nint)d, pl = (nint)loss;
            ParallelBlocks.Run(parameters.Length, ParallelBlocks.WorthIt / 2, (start, count) => LossKernel.Pairs(
                _irreducible, _parameters, _tokens, At(pn, start, count), At(pd, start, count), At(pl, start, count), path));
        }
    }

    public unsafe void Grid(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination, ArrayThreads threads,
        InstructionPath path)
    {
        double[] rows = new double[parameters.Length], columns = new double[tokens.Length];
        PowerLawKernel.Evaluate(_parameters, parameters, rows, path);
        PowerLawKernel.Evaluate(_tokens, tokens, columns, path);
        int width = columns.Length;
        bool pastCaches = CacheBypass.Pays((long)rows.Length * width);
        if (!ParallelBlocks.Pays((long)rows.Length * width / 4, threads))
        {
            OuterSum.Fill(_irreducible, rows, columns, destination, path, pastCaches);
            return;
        }

        fixed (double* loss = destination)
        {
            nint pl = (nint)loss;
            ParallelBlocks.Run(rows.Length, 1, (start, count) => OuterSum.Fill(
                _irreducible, rows.AsSpan(start, count), columns, At(pl, start * width, count * width), path, pastCaches));
        }
    }

    public void Allocate(ReadOnlySpan<double> trainingFlops, Span<double> parameters, Span<double> tokens, InstructionPath path)
    {
        for (int i = 0; i < trainingFlops.Length; i++) tokens[i] = trainingFlops[i] / 6;
        PowerLawKernel.Evaluate(Optimum.Parameters, tokens, parameters, path);
        for (int i = 0; i < tokens.Length; i++) tokens[i] /= parameters[i];
    }

    public void ExcessCompute(ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, Span<double> destination, InstructionPath path)
    {
        LossKernel.Pairs(0, _parameters, _tokens, parameters, tokens, destination, path);
        PowerLawKernel.Evaluate(Optimum.RelativeCompute, destination, destination, path);
        for (int i = 0; i < destination.Length; i++) destination[i] = (parameters[i] * tokens[i] * destination[i]) - 1;
    }

    internal static unsafe Span<double> At(nint pointer, int start, int count) => new((double*)pointer + start, count);

    private sealed class Frontier
    {
        public Frontier(ChinchillaLaw law)
        {
            // Hoffmann et al. 2022, eq. 4: N = G (C/6)^a. A law of one term has losses and no optimum: its arrays give
            // NaN for it.
            double frontier = law.HasOptimum ? law.FrontierScale : double.NaN;
            Parameters = new PowerLaw(frontier, law.ParametersExponent);

            // On the frontier the reducible loss is scale * (ND)^-gamma, so a reducible loss S needs ND = (S /
            // scale)^(-1/gamma), and what was spent over what was needed is ND * scale^(-1/gamma) * S^(1/gamma).
            double steepness = (1 / law.Parameters.Exponent) + (1 / law.Tokens.Exponent);
            double scale = law.Parameters.At(frontier) + law.Tokens.At(1 / frontier);
            RelativeCompute = new PowerLaw(ScalarMath.Pow(scale, -steepness), steepness);
        }

        public PowerLaw Parameters { get; }

        public PowerLaw RelativeCompute { get; }
    }
}
#endif
