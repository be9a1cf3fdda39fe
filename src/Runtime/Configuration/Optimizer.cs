namespace ScalingAnalyzers;

/// <summary>The numbers that an optimizer keeps for each parameter besides weights and gradients.</summary>
public enum Optimizer
{
    /// <summary>Adam: two moments in 32 bit, 8 bytes (Kingma and Ba 2015; with 16-bit weights Rajbhandari et al. 2020,
    /// arXiv:1910.02054, section 3.1).</summary>
    Adam,

    /// <summary>Adam with both moments in 8 bit, 2 bytes (Dettmers et al. 2022, arXiv:2110.02861); its block constants,
    /// under 2 %, are not counted.</summary>
    Adam8Bit,

    /// <summary>SGD with momentum: one moment in 32 bit, 4 bytes.</summary>
    SgdMomentum,

    /// <summary>Adafactor without momentum: for a matrix one 32-bit number a row and a column, for a vector one an
    /// element (Shazeer and Stern 2018, arXiv:1804.04235, section 4).</summary>
    Adafactor,
}
