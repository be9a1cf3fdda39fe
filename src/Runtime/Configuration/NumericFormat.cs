namespace ScalingAnalyzers;

/// <summary>A number format of weights or of matrix multiplication.</summary>
public enum NumericFormat
{
    /// <summary>Nothing is declared: BF16, or FP16 on chips without it.</summary>
    Unspecified,

    /// <summary>32-bit IEEE floating point.</summary>
    FP32,

    /// <summary>NVIDIA's TensorFloat-32: FP32 storage, 10-bit mantissa in the multiplication.</summary>
    TF32,

    /// <summary>16-bit IEEE floating point.</summary>
    FP16,

    /// <summary>bfloat16.</summary>
    BF16,

    /// <summary>8-bit floating point.</summary>
    FP8,

    /// <summary>4-bit floating point with a scale for each block of values (NVFP4, MXFP4); bytes leave the scales
    /// out.</summary>
    FP4,

    /// <summary>8-bit integers.</summary>
    INT8,
}
