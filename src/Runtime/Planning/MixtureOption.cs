using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Planning;

/// <summary>The best run of one expert count at a compute and a memory budget; its parameters are the active
/// ones.</summary>
public sealed class MixtureOption : PlannedRun
{
    internal MixtureOption(Allocation allocation, double loss, double ordersOutsideFit, int experts, double totalParameters,
        bool isMemoryBound)
        : base(LudziejewskiLaw.Published, allocation, loss)
    {
        OrdersOutsideFit = ordersOutsideFit;
        Experts = experts;
        TotalParameters = totalParameters;
        IsMemoryBound = isMemoryBound;
    }

    /// <summary>Experts, 1 is dense.</summary>
    public int Experts { get; }

    /// <summary>All parameters, active or not.</summary>
    public double TotalParameters { get; }

    /// <summary>Whether memory, not compute, set the size.</summary>
    public bool IsMemoryBound { get; }

    /// <summary>The run, and its experts.</summary>
    public override string ToString() => base.ToString() + "; " + Quantity.Ratio(Experts) + (Experts == 1 ? " expert, " : " experts, ")
        + Quantity.Format(TotalParameters) + " parameters in all" + (IsMemoryBound ? ", as many as the memory holds" : "");
}
