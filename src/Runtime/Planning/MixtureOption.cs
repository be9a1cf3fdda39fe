using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Planning;

/// <summary>The best run of one expert count at a compute and a memory budget; its parameters are the active
/// ones.</summary>
public sealed class MixtureOption : PlannedRun
{
    internal MixtureOption(Allocation allocation, double loss, double ordersOutsideFit, MixtureLayout layout, double totalParameters,
        bool isMemoryBound)
        : base(LudziejewskiLaw.Published, allocation, loss)
    {
        OrdersOutsideFit = ordersOutsideFit;
        Layout = layout;
        TotalParameters = totalParameters;
        IsMemoryBound = isMemoryBound;
        double dense = LudziejewskiLaw.Published.DenseEquivalent(allocation.Parameters, allocation.Tokens, layout.ExpansionRate);
        DenseEquivalent = double.IsInfinity(dense) ? null : dense;
    }

    /// <summary>The experts of a layer.</summary>
    public MixtureLayout Layout { get; }

    /// <summary>Experts, 1 is dense.</summary>
    public int Experts => Layout.Experts;

    /// <summary>Parameters of the dense model of the same loss on the same tokens; null where none reaches
    /// it.</summary>
    public double? DenseEquivalent { get; }

    /// <summary>Forward FLOPs of a token served, 2 * active parameters.</summary>
    public double ServingFlopsPerToken => 2 * Parameters;

    /// <summary>Forward FLOPs of a token served by the dense model of the same loss; null where none reaches
    /// it.</summary>
    public double? DenseServingFlopsPerToken => 2 * DenseEquivalent;

    /// <summary>How many accelerators hold the parameters.</summary>
    /// <param name="memoryBytes">Memory of one accelerator, bytes.</param>
    /// <param name="bytesPerParameter">2 for serving in 16 bits, 16 for training with Adam.</param>
    /// <returns>The least count.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">Not positive finite numbers.</exception>
    public double DevicesFor(double memoryBytes, double bytesPerParameter = 2)
    {
        Numerics.Positive.Require(memoryBytes, nameof(memoryBytes), "bytes");
        Numerics.Positive.Require(bytesPerParameter, nameof(bytesPerParameter), "bytes per parameter");
        return System.Math.Ceiling(TotalParameters * bytesPerParameter / memoryBytes);
    }

    /// <summary>How many accelerators hold the dense model of the same loss; null where none reaches it.</summary>
    /// <inheritdoc cref="DevicesFor"/>
    public double? DenseDevicesFor(double memoryBytes, double bytesPerParameter = 2)
    {
        Numerics.Positive.Require(memoryBytes, nameof(memoryBytes), "bytes");
        Numerics.Positive.Require(bytesPerParameter, nameof(bytesPerParameter), "bytes per parameter");
        return DenseEquivalent is { } dense ? System.Math.Ceiling(dense * bytesPerParameter / memoryBytes) : null;
    }

    /// <summary>All parameters, active or not.</summary>
    public double TotalParameters { get; }

    /// <summary>Whether memory, not compute, set the size.</summary>
    public bool IsMemoryBound { get; }

    /// <summary>The run, and its experts.</summary>
    public override string ToString() => base.ToString() + "; " + Layout + ", " + Quantity.Format(TotalParameters) + " parameters in all"
        + (IsMemoryBound ? ", as many as the memory holds" : "");
}
