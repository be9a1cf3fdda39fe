using System.Collections.Generic;

namespace ScalingAnalyzers.Architectures;

/// <summary>Collects the weights of one recurrent part.</summary>
internal sealed class PartWeights
{
    private readonly List<Weight> _weights = new(16);

    public IReadOnlyList<Weight> All => _weights;

    /// <summary>A matrix that tensor parallelism divides.</summary>
    public void Matrix(long rows, long columns, bool split = true) =>
        _weights.Add(new Weight(WeightPart.Recurrent, WeightPlace.Block, WeightUse.Multiplied, rows, columns, split));

    /// <summary>Small matrices alike, such as one a head.</summary>
    public void Matrices(long rows, long columns, long copies) =>
        _weights.Add(new Weight(WeightPart.Recurrent, WeightPlace.Block, WeightUse.Multiplied, rows, columns, split: true, copies));

    /// <summary>A bias, a decay or a norm.</summary>
    public void Vector(long size, bool split = true) =>
        _weights.Add(new Weight(WeightPart.Recurrent, WeightPlace.Block, WeightUse.Elementwise, size, 1, split));

    public void VectorIf(bool there, long size)
    {
        if (there) Vector(size);
    }
}
