UPDATE lead SET effective_name = :name, effective_phone = :phone, effective_email = :email, effective_status = :status,
    effective_temperature = :temperature, effective_score = :score, merged_into = :merged_into, merged_by_act = :merged_by_act
WHERE row = :row
