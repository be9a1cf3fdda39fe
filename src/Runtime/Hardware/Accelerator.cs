namespace ScalingAnalyzers.Hardware;

/// <summary>One accelerator chip (or board, where it is sold so): dense peaks, memory, bandwidth, power.</summary>
public sealed class Accelerator
{
    internal Accelerator(string name, string vendor, int year)
    {
        Name = name;
        Vendor = vendor;
        Year = year;
    }

    /// <summary>The name, such as H100-SXM.</summary>
    public string Name { get; private init; }

    /// <summary>The vendor.</summary>
    public string Vendor { get; private init; }

    /// <summary>The year it came out.</summary>
    public int Year { get; private init; }

    /// <summary>Memory as sold, bytes (GB are 1e9); null where the name leaves it open, as bare A100 does.</summary>
    public long? MemoryBytes { get; internal init; }

    /// <summary>Memory bandwidth, bytes per second.</summary>
    public double? BandwidthBytesPerSecond { get; internal init; }

    /// <summary>Thermal design power, watts; null where it is not published.</summary>
    public double? TdpWatts { get; internal init; }

    /// <summary>The source of the figures.</summary>
    public string Source { get; internal init; } = "";

    /// <summary>Which figures were seen in the source: yes, or which were recalled.</summary>
    public string Verified { get; internal init; } = "";

    /// <summary>A note on the figures; empty where there is none.</summary>
    public string Note { get; internal init; } = "";

    /// <summary>What was assumed of an incomplete name: "H100 taken as H100-SXM"; empty where the name was
    /// complete.</summary>
    public string Assumption { get; private init; } = "";

    internal double? FP16 { get; init; }

    internal double? BF16 { get; init; }

    internal double? FP8 { get; init; }

    internal double? TF32 { get; init; }

    internal double? FP4 { get; init; }

    internal double? INT8 { get; init; }

    /// <summary>The default format: BF16, or FP16 on chips without BF16.</summary>
    public NumericFormat DefaultPrecision => BF16 is null ? NumericFormat.FP16 : NumericFormat.BF16;

    /// <summary>Dense peak, FLOP/s; null where the chip lacks the format or no figure is known (FP32).</summary>
    /// <param name="precision">The number format; Unspecified means <see cref="DefaultPrecision"/>.</param>
    /// <returns>FLOP/s, dense, never the figure with sparsity.</returns>
    public double? PeakFlopsPerSecond(NumericFormat precision) => precision switch
    {
        NumericFormat.Unspecified => BF16 ?? FP16,
        NumericFormat.FP16 => FP16,
        NumericFormat.BF16 => BF16,
        NumericFormat.FP8 => FP8,
        NumericFormat.TF32 => TF32,
        NumericFormat.FP4 => FP4,
        NumericFormat.INT8 => INT8,
        _ => null,
    };

    /// <summary>The same chip under an incomplete name.</summary>
    internal Accelerator As(string name, bool memoryKnown) => new(Name, Vendor, Year)
    {
        MemoryBytes = memoryKnown ? MemoryBytes : null,
        BandwidthBytesPerSecond = memoryKnown ? BandwidthBytesPerSecond : null,
        TdpWatts = TdpWatts,
        Source = Source,
        Verified = Verified,
        Note = Note,
        Assumption = name + " taken as " + Name + (memoryKnown ? "" : ", memory unknown"),
        FP16 = FP16,
        BF16 = BF16,
        FP8 = FP8,
        TF32 = TF32,
        FP4 = FP4,
        INT8 = INT8,
    };

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
